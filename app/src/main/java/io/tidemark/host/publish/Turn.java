package io.tidemark.host.publish;

/**
 * One move of a channel on a host, as it is written into {@code intent.json} before its first effect.
 *
 * @param format version of this format
 * @param rollback whether it goes back; only then is it finished by whoever comes next, and a hold passed over
 * @param link where the channel's link or document lies, relative to the repository
 * @param text what the link shall say, or the name of the set of documents that clients shall be given
 * @param version where it leads
 * @param from the version that it leaves, possibly empty
 * @param hold the file that holds it there, possibly empty
 * @param reason what the person said
 */
record Turn(
        int format,
        boolean rollback,
        String channel,
        String link,
        String text,
        String version,
        String from,
        String hold,
        String reason) {

    static final int FORMAT = 1;

    static final String FILE = "intent.json";
}

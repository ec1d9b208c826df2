package io.tidemark.host.publish;

/**
 * What the files and directories of a copy are called that belong to one channel. Channels that are refs have slashes in
 * their names ({@code prod:fedora/41}), of which each becomes a percent sign, for that no channel has in its name.
 */
final class ChannelFile {

    private static final char SLASH = '/';
    private static final char STAND_IN = '%';

    private ChannelFile() {}

    /** The file name of a channel. */
    static String of(String channel) {
        return channel.replace(SLASH, STAND_IN);
    }

    /** The channel of a file name. */
    static String channel(String file) {
        return file.replace(STAND_IN, SLASH);
    }
}

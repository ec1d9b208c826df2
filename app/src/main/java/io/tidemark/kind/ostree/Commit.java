package io.tidemark.kind.ostree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commit: {@code (a{sv}aya(say)sstayay)}.
 *
 * @param id its name
 * @param content what it says
 * @param metadata values by name
 */
record Commit(Checksum id, Content content, Map<String, Variant> metadata) {

    static final String TYPE = "(a{sv}aya(say)sstayay)";
    static final String VERSION = "version";
    static final String BINDING = "ostree.ref-binding";
    static final String COLLECTION = "ostree.collection-binding";
    private static final long LAST_SECOND = 253_402_300_799L;

    /**
     * What a commit says beside its metadata.
     *
     * @param parent the commit before it
     * @param time whole seconds
     * @param tree the root directory
     * @param meta owner and mode of the root directory
     */
    record Content(
            Optional<Checksum> parent, String subject, String body, Instant time, Checksum tree, Checksum meta) {}

    static Commit read(Checksum id, byte[] object) throws Malformed {
        Variant all = Variant.of(TYPE, object);
        Variant parent = all.child(1);
        Content content = new Content(
                parent.size() == 0 ? Optional.empty() : Optional.of(Checksum.of(parent)),
                all.child(3).string(),
                all.child(4).string(),
                time(all.child(5).big()),
                Checksum.of(all.child(6)),
                Checksum.of(all.child(7)));
        return new Commit(id, content, all.child(0).dictionary());
    }

    private static Instant time(long seconds) throws Malformed {
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw new Malformed("time beyond the year 9999");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** The version string, empty where it has none or one that is no text. */
    String version() {
        return string(VERSION);
    }

    /** A value that is text, else empty. */
    String string(String name) {
        try {
            Variant value = metadata.get(name);
            return value == null ? "" : value.inner().string();
        } catch (Malformed noText) {
            return "";
        }
    }

    /** The refs under which clients accept it; all of them where it says none. */
    List<String> binding() throws Malformed {
        Variant value = metadata.get(BINDING);
        if (value == null) {
            return List.of();
        }
        Variant names = value.inner();
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < names.count(); i++) {
            refs.add(names.child(i).string());
        }
        return refs;
    }

    /** Whether clients that follow this ref accept it. */
    boolean acceptedAs(String ref) throws Malformed {
        return !metadata.containsKey(BINDING) || binding().contains(ref);
    }

    /** Equal for commits with the same tree: what {@code ostree log} calls the content's checksum. */
    Checksum contentChecksum() {
        return Checksum.ofContent(content.tree().bytes(), content.meta().bytes());
    }
}

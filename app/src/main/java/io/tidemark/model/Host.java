package io.tidemark.model;

import java.util.List;
import java.util.Optional;

/**
 * A mirror machine that is reached over SSH.
 *
 * @param name what people call it, unique in a workspace
 * @param address its name or address, or an alias of the person's SSH configuration
 * @param port of SSH; 0 for what the configuration says, else 22
 * @param user the account that publishes there; empty for what the configuration says
 * @param root absolute directory; each repository lies below it in a directory of its own name
 * @param fingerprint {@code SHA256:…} of its key, as its keeper gave it; the only key that is then accepted
 * @param role whether it is published to, or fetches from another mirror
 * @param groups to which it belongs, in the person's order
 * @param tags free words
 * @param profile what it should be; empty while nobody said so
 */
public record Host(
        String name,
        String address,
        int port,
        String user,
        String root,
        Optional<String> fingerprint,
        Role role,
        List<String> groups,
        List<String> tags,
        Optional<HostProfile> profile) {

    public Host {
        groups = List.copyOf(groups);
        tags = List.copyOf(tags);
    }

    /** Where a mirror gets its content from. */
    public enum Role {
        /** This console publishes to it. */
        TIER1,
        /** It fetches from a mirror of the first tier. */
        TIER2
    }

    /** The same with another profile. */
    public Host with(HostProfile other) {
        return new Host(name, address, port, user, root, fingerprint, role, groups, tags, Optional.of(other));
    }

    /** Where a repository lies there. */
    public String place(String repository) {
        return root + "/" + repository;
    }
}

package io.tidemark.kind.ostree;

import io.tidemark.model.Names;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the channel of a ref is called: {@code dev} or {@code prod} where a repository has one ref, with the ref behind it
 * where it has several ({@code dev:fedora/41/x86_64/kinoite}); the ref alone where there is only one repository.
 */
final class ChannelNames {

    /** Stands between a repository and a ref in it. */
    static final char BEHIND = ':';

    private final Map<String, String> byLink;
    private final Set<String> taken;

    ChannelNames(Map<String, String> byLink) {
        this.byLink = byLink;
        this.taken = new HashSet<>(byLink.values());
    }

    /** The name of a ref's channel; one that it has already stays. */
    String of(Member member, String ref, int refs) {
        String known = byLink.get(member.at("refs/heads/" + ref));
        if (known != null) {
            return known;
        }
        String plain = member.name().isEmpty() || refs > 1 ? joined(member.name(), ref) : member.name();
        String name = Names.validChannel(plain)
                ? plain
                : "ref-"
                        + Checksum.ofContent(plain.getBytes(StandardCharsets.UTF_8))
                                .brief();
        int next = 2;
        String free = name;
        while (!taken.add(free)) {
            free = name + "-" + next++;
        }
        return free;
    }

    private static String joined(String member, String ref) {
        return member.isEmpty() ? ref : member + BEHIND + ref;
    }
}

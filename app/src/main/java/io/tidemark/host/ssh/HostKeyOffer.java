package io.tidemark.host.ssh;

import java.util.Set;

/**
 * Which host keys we would like to be shown, because they can be judged.
 *
 * @param certificates whether an authority for the host is known
 * @param types names of the types of its known keys
 */
record HostKeyOffer(boolean certificates, Set<String> types) {

    HostKeyOffer {
        types = Set.copyOf(types);
    }
}

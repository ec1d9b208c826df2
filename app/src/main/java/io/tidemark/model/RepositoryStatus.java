package io.tidemark.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The state of one repository at a glance.
 *
 * @param dir its directory
 * @param health worst of what was found
 * @param capabilities what its kind can do
 * @param newest newest sealed or adopted version
 * @param upstreamChecked when upstream was last looked at
 * @param upstreamOffers what upstream had then that we do not, if anything
 * @param writer who writes now, if anybody
 * @param freeBytes free space of its file system
 * @param notices what a person should know: holds, quarantined versions, foreign writers, unsealed versions
 */
public record RepositoryStatus(
        String name,
        String dir,
        String kind,
        Health health,
        Set<Capability> capabilities,
        RepositoryConfig config,
        List<Channel> channels,
        int versions,
        Optional<String> newest,
        Optional<Instant> upstreamChecked,
        Optional<String> upstreamOffers,
        Optional<Writer> writer,
        long freeBytes,
        List<Notice> notices) {

    public RepositoryStatus {
        capabilities = Set.copyOf(capabilities);
        channels = List.copyOf(channels);
        notices = List.copyOf(notices);
    }

    /** One word for monitoring; {@code status --check} exits 0, 1, 2 and 3 for these. */
    public enum Health {
        HEALTHY,
        WARNING,
        CRITICAL,
        UNKNOWN
    }
}

package io.tidemark.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found on a host.
 *
 * @param host its name
 * @param checked when
 * @param system as it calls itself, {@code Debian GNU/Linux 12 (bookworm)}; empty if it would not say
 * @param problem why it could not be looked at; everything else is then what was found last, or empty
 * @param figures by name: {@code cores}, {@code memory.bytes}, {@code disk.bytes}, {@code free.bytes}, {@code inodes},
 *     {@code free.inodes}, {@code skew.millis} (its clock less ours), {@code certificate.days}; absent while unknown
 * @param findings what was looked at, in the order in which it is shown
 * @param repositories what lies below its root, by name
 */
public record HostReport(
        String host,
        Instant checked,
        String system,
        Optional<Problem> problem,
        Map<String, Long> figures,
        List<Finding> findings,
        List<Copy> repositories) {

    public HostReport {
        figures = Map.copyOf(figures);
        findings = List.copyOf(findings);
        repositories = List.copyOf(repositories);
    }

    /** How bad the worst finding is. */
    public Severity worst() {
        return problem.isPresent()
                ? Severity.DANGER
                : findings.stream()
                        .map(Finding::severity)
                        .max(Severity::compareTo)
                        .orElse(Severity.GOOD);
    }

    /**
     * One thing looked at.
     *
     * @param check stable name: {@code space}, {@code inodes}, {@code cores}, {@code memory}, {@code age},
     *     {@code certificate}, {@code port.80}, {@code out.873}, {@code service.nginx}, {@code rsync}, {@code clock},
     *     {@code selinux}, {@code cron}, …
     * @param phrase what was found, and what to do where it is not good
     */
    public record Finding(String check, Severity severity, Phrase phrase) {}

    /**
     * A repository as it lies on a host.
     *
     * @param name the directory below the host's root
     * @param versions by sequence there, incoming ones last
     * @param lanes what each channel pointed at, when, and its hold
     * @param fresh when its content was last changed or compared with its upstream, as far as it says
     */
    public record Copy(String name, List<CopiedVersion> versions, List<Lane> lanes, Optional<Instant> fresh) {
        public Copy {
            versions = List.copyOf(versions);
            lanes = List.copyOf(lanes);
        }
    }

    /**
     * A version as it lies on a host.
     *
     * @param rootDigest of its manifest, hex; empty for what nobody sealed there
     * @param published when it was sealed there
     * @param complete whether it is sealed, and no part of a publishing that was cut
     */
    public record CopiedVersion(
            String name, String rootDigest, Optional<Instant> published, long files, long bytes, boolean complete) {}
}

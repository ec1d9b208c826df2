package io.tidemark.ui;

import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.HostReport.CopiedVersion;
import io.tidemark.model.HostReport.Copy;
import io.tidemark.model.HostReport.Finding;
import io.tidemark.model.Lane;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found on the hosts of the pictures. */
final class SampleReports {

    private static final String ROOT = "/srv/mirror";
    private static final String DIGEST = "9f".repeat(32);

    private SampleReports() {}

    static List<Host> hosts() {
        return List.of(
                host("paris-1", "10.20.1.11", Host.Role.TIER1),
                host("paris-2", "10.20.1.12", Host.Role.TIER2),
                host("lyon-1", "10.20.4.11", Host.Role.TIER1),
                host("brest-1", "10.20.9.11", Host.Role.TIER1));
    }

    private static Host host(String name, String address, Host.Role role) {
        return new Host(
                name,
                address,
                0,
                "mirror",
                ROOT,
                Optional.empty(),
                role,
                List.of(name.substring(0, name.length() - 2)),
                List.of("school"),
                name.equals("brest-1") ? Optional.empty() : Optional.of(SampleDrift.profile()));
    }

    static Optional<HostReport> of(Host host) {
        return switch (host.name()) {
            case "brest-1" -> Optional.of(away(host));
            case "paris-2" -> Optional.empty();
            default -> Optional.of(report(host));
        };
    }

    private static HostReport away(Host host) {
        Problem problem = Problem.of(
                "ssh.unreachable.route", Problem.Category.UNREACHABLE, "object", "mirror@" + host.address() + ":22");
        return new HostReport(host.name(), day(11), "", Optional.of(problem), Map.of(), List.of(), List.of(copy()));
    }

    private static HostReport report(Host host) {
        List<Finding> findings = new ArrayList<>();
        boolean lyon = host.name().equals("lyon-1");
        findings.add(new Finding("space", Severity.GOOD, Phrase.of("sample.host.space", "bytes", 2_100_000_000_000L)));
        findings.add(new Finding("clock", Severity.GOOD, Phrase.of("sample.host.clock")));
        findings.add(new Finding("service.nginx", Severity.GOOD, Phrase.of("sample.host.services")));
        if (lyon) {
            findings.add(new Finding("rsync", Severity.WARNING, Phrase.of("sample.host.rsync")));
            findings.add(new Finding("cron", Severity.WARNING, Phrase.of("sample.host.cron")));
        }
        Map<String, Long> figures = Map.of(
                "cores",
                8L,
                "memory.bytes",
                16_600_000_000L,
                "free.bytes",
                2_100_000_000_000L,
                "disk.bytes",
                8_000_000_000_000L,
                "free.inodes",
                480_221_004L,
                "certificate.days",
                61L);
        return new HostReport(
                host.name(),
                time("18:09"),
                "Debian GNU/Linux 12",
                Optional.empty(),
                figures,
                findings,
                List.of(copy()));
    }

    private static Copy copy() {
        Lane.Span first = new Lane.Span("3.15.3", day(2), Optional.of(day(9)), false, false);
        Lane.Span live = new Lane.Span("3.15.4", day(9), Optional.empty(), false, false);
        return new Copy(
                "alpine-thin-clients",
                List.of(version("3.15.3", 2), version("3.15.4", 9), version("3.15.5", 14)),
                List.of(new Lane("latest-stable", List.of(first, live), Optional.empty())),
                Optional.of(day(14)));
    }

    private static CopiedVersion version(String name, int day) {
        return new CopiedVersion(name, DIGEST, Optional.of(day(day)), 20_334, 41_200_000_000L, true);
    }

    private static Instant day(int day) {
        return Instant.parse("2022-08-%02dT16:40:00Z".formatted(day));
    }

    private static Instant time(String clock) {
        return Instant.parse("2022-08-16T" + clock + ":00Z");
    }
}

package io.tidemark.host.provision;

import io.tidemark.model.Gate;
import io.tidemark.model.HostDrift;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.PlanStep;
import io.tidemark.model.PlanStep.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would be done to a host, on what conditions, and what is to be known about it. */
public record Proposal(Survey survey) {

    /** Where old files are kept on the host. */
    public static final String KEPT = "/var/backups/tidemark";

    /** Whether nothing would be changed. */
    public boolean nothingToDo() {
        return survey.open().findAny().isEmpty() && !survey.unfinished();
    }

    /** In the order in which it is done. */
    public List<PlanStep> steps() {
        List<PlanStep> steps = new ArrayList<>();
        if (survey.unfinished()) {
            steps.add(step(Action.GIVE_BACK, KEPT, Phrase.of("provision.step.recover")));
        }
        long old = survey.open(ContentAim.class).stream()
                .filter(aim -> survey.sights().of(aim.queries().getFirst()).there())
                .count();
        if (old > 0) {
            steps.add(new PlanStep(Action.KEEP, KEPT, old, 0, Phrase.of("provision.step.keep")));
        }
        survey.open().filter(standing -> !late(standing)).map(Proposal::step).forEach(steps::add);
        steps.addAll(checks());
        survey.open().filter(Proposal::late).map(Proposal::step).forEach(steps::add);
        steps.add(step(Action.PROBE, survey.goal().profile().web().name(), Phrase.of(probed())));
        return steps;
    }

    private String probed() {
        return survey.managed() ? "provision.step.probe" : "provision.step.no-probe";
    }

    private List<PlanStep> checks() {
        return Checks.of(survey).stream()
                .map(check -> step(Action.VERIFY, check.object(), Phrase.of("provision.step.check")))
                .toList();
    }

    /** What comes behind the checks. */
    private static boolean late(Standing standing) {
        return switch (standing.aim()) {
            case ServiceAim _, CertificateAim _, PortAim _ -> true;
            case AccountAim _, DirectoryAim _, ContentAim _, LinkAim _, NoLinkAim _, LabelAim _ -> false;
        };
    }

    private static PlanStep step(Standing standing) {
        HostDrift.Item item = standing.item();
        return switch (standing.aim()) {
            case AccountAim aim -> step(Action.MAKE, aim.name(), item.detail());
            case DirectoryAim aim -> step(Action.MAKE, aim.path(), item.detail());
            case ContentAim aim -> step(Action.WRITE, aim.id(), item.detail());
            case LinkAim aim -> step(Action.MAKE, aim.path(), item.detail());
            case NoLinkAim aim -> step(Action.DELETE, aim.path(), item.detail());
            case ServiceAim aim -> step(Action.START, aim.name(), item.detail());
            case CertificateAim aim -> step(Action.MAKE, aim.certificate(), item.detail());
            case PortAim aim -> step(Action.MAKE, item.desired().orElse(aim.id()), item.detail());
            case LabelAim aim -> step(Action.WRITE, aim.path(), item.detail());
        };
    }

    private static PlanStep step(Action action, String subject, Phrase reason) {
        return new PlanStep(action, subject, -1, 0, reason);
    }

    /** What must be so before anything is done. */
    public List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        gates.add(packages());
        certificate().ifPresent(gates::add);
        return gates;
    }

    private Gate packages() {
        Packages packages = new Packages(survey.goal().profile(), survey.goal().family());
        List<String> missing = packages.missing(survey.sights());
        return missing.isEmpty()
                ? new Gate("packages", true, Phrase.of("gate.packages.ok"), Optional.empty())
                : new Gate(
                        "packages",
                        false,
                        Phrase.of("gate.packages", "packages", String.join(", ", missing)),
                        Optional.of(Phrase.of("gate.packages.override", "command", packages.install(missing))));
    }

    /** The site's own authority must have been there before: we cannot make its certificate. */
    private Optional<Gate> certificate() {
        return survey.standings().stream()
                .filter(standing -> standing.aim() instanceof CertificateAim aim && !aim.certbot())
                .map(standing -> standing.open() ? wrong(standing.item()) : right(standing.item()))
                .findFirst();
    }

    private static Gate right(HostDrift.Item item) {
        return new Gate("certificate", true, item.detail(), Optional.empty());
    }

    private static Gate wrong(HostDrift.Item item) {
        String file = item.id().substring(item.id().indexOf(':') + 1);
        return new Gate(
                "certificate",
                false,
                new Phrase("gate.certificate", item.detail().within("found")),
                Optional.of(Phrase.of("gate.certificate.override", "object", file)));
    }

    /** What is left as it is, and why. */
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        unknown().ifPresent(notices::add);
        if (!survey.managed()) {
            notices.add(Notice.warning("provision.no-manager", "services", services()));
        }
        if (survey.goal().profile().ftp()) {
            notices.add(Notice.info("provision.ftp-unchecked"));
        }
        if (survey.goal().certbot() && survey.open(ContentAim.class).stream().anyMatch(Proposal::byCertbot)) {
            notices.add(Notice.info("provision.certbot-again"));
        }
        return notices;
    }

    private static boolean byCertbot(ContentAim aim) {
        return aim instanceof ContentAim.Whole whole && whole.certbot();
    }

    private String services() {
        return survey.goal().aims().stream()
                .filter(ServiceAim.class::isInstance)
                .map(aim -> ((ServiceAim) aim).name())
                .collect(Collectors.joining(", "));
    }

    private Optional<Notice> unknown() {
        String objects = survey.standings().stream()
                .filter(standing -> standing.item().state() == HostDrift.State.UNKNOWN)
                .filter(standing -> !(standing.aim() instanceof ServiceAim))
                .map(standing -> standing.item().id())
                .collect(Collectors.joining(", "));
        return objects.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.warning(
                        "provision.unknown",
                        "objects",
                        objects,
                        "account",
                        survey.goal().publisher()));
    }
}

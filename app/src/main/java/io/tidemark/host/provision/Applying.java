package io.tidemark.host.provision;

import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Carries out what a survey found to be done, step by step; whoever calls puts it back when a step fails. */
record Applying(Doing doing, Survey survey, JobContext job) {

    /**
     * All of it.
     *
     * @return what a person should know of
     * @throws ProblemException {@code provision.…}, {@code ssh.…}
     */
    List<Notice> run() throws ProblemException, InterruptedException {
        job.progress().phase("provision", survey.open().count(), -1);
        for (Standing standing : survey.standings()) {
            if (standing.open()) {
                job.checkpoint();
                step(standing);
            }
        }
        for (Checks.Check check : Checks.of(survey)) {
            job.checkpoint();
            job.log("provision.log.check", "object", check.object());
            doing.must("provision.check", check.object(), check.command());
        }
        if (survey.managed()) {
            serve();
        }
        openUp();
        return survey.managed() ? probe() : List.of();
    }

    private void step(Standing standing) throws ProblemException, InterruptedException {
        switch (standing.aim()) {
            case AccountAim aim -> run(aim, Command.of(Verb.PROVISION_ACCOUNT, aim.name(), aim.home(), aim.shell()));
            case DirectoryAim aim -> run(aim, Command.of(Verb.PROVISION_DIRECTORY, aim.path(), aim.owner()));
            case ContentAim aim -> write(aim, standing.item().desired().orElseThrow());
            case LinkAim aim -> run(aim, Command.of(Verb.PROVISION_LINK, aim.path(), aim.target()));
            case NoLinkAim aim -> run(aim, Command.of(Verb.PROVISION_REMOVE, aim.path()));
            case LabelAim aim -> run(aim, Command.of(Verb.PROVISION_LABEL, aim.path()));
            case ServiceAim _, CertificateAim _, PortAim _ -> {
                // Behind the checks.
            }
        }
    }

    private void run(Aim aim, Command command) throws ProblemException, InterruptedException {
        job.log("provision.log.step", "object", aim.id());
        doing.must(aim.id(), command);
        job.progress().file();
    }

    private void write(ContentAim aim, String shown) throws ProblemException, InterruptedException {
        Sight seen = survey.sights().of(aim.queries().getFirst());
        String text = aim.desired(seen.text().orElse(shown));
        String mode = Integer.toOctalString(aim.mode(seen));
        if (aim.id().equals(Certbot.site(survey.goal()))) {
            for (String copy : Certbot.copies(survey.goal())) {
                doing.must(copy, Command.of(Verb.PROVISION_REMOVE, copy));
            }
        }
        run(aim, Command.of(Verb.PROVISION_WRITE, aim.id(), mode, sha256(text)).reading(text));
    }

    /** Nobody but a service manager can say which of the servers that run are the host's own. */
    private void serve() throws ProblemException, InterruptedException {
        Map<String, String> services = Services.of(survey);
        for (Map.Entry<String, String> service : services.entrySet()) {
            job.checkpoint();
            job.log("provision.log.service", "object", service.getKey());
            doing.must(
                    "provision.service",
                    service.getKey(),
                    Command.of(Verb.PROVISION_SERVICE, service.getKey(), service.getValue()));
        }
    }

    private void openUp() throws ProblemException, InterruptedException {
        if (Certbot.needed(survey)) {
            job.log(
                    "provision.log.certbot",
                    "object",
                    survey.goal().profile().web().name());
            doing.must("provision.certbot", survey.goal().profile().web().name(), Certbot.command(survey.goal()));
        }
        String firewall = survey.sights().of(Query.firewall()).fact("firewall");
        for (PortAim port : survey.open(PortAim.class)) {
            run(port, Command.of(Verb.PROVISION_PORT, firewall, port.rule(firewall)));
        }
    }

    private List<Notice> probe() throws ProblemException, InterruptedException {
        HostProfile profile = survey.goal().profile();
        SystemFamily family = survey.goal().family();
        HostProfile.WebServer server = profile.web().server();
        job.log("provision.log.probe", "object", profile.web().name());
        return new Probing(doing, survey.goal())
                .run(
                        ours(family.webService(server), family.sitePath(server)),
                        ours(family.rsyncService(), Checks.RSYNCD_CONF));
    }

    /** A server that is left to the host, or whose file is, may not run or offer something else. */
    private boolean ours(String service, String file) {
        return survey.standings().stream()
                .filter(Standing::ignored)
                .map(standing -> standing.aim().id())
                .noneMatch(id -> id.equals("service:" + service) || id.equals(file));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

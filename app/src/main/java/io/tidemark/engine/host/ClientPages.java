package io.tidemark.engine.host;

import io.tidemark.engine.Workspaces;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.provision.ProfileRules;
import io.tidemark.kind.ServedRepository;
import io.tidemark.model.Channel;
import io.tidemark.model.ClientLines;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What others must be told of a repository on a host: its clients, and the keepers of its upstream. */
record ClientPages(Repositories repositories, HostProfile profile) {

    List<ClientLines> clients(String dir) throws ProblemException {
        Opened opened = open(dir);
        return opened.kind().clientLines(served(opened));
    }

    String registration(String dir) throws ProblemException {
        Opened opened = open(dir);
        ServedRepository served = served(opened);
        return String.join(
                "\n",
                "Subject: New mirror: " + opened.name() + " on " + profile.web().name(),
                "",
                "Hello,",
                "",
                "please list our mirror of " + upstream(opened) + ".",
                "",
                "Public hostname: " + profile.web().name(),
                "Location: " + served.web() + "/",
                "Rsync: " + served.rsync() + "/",
                "Scheduled sync time: " + schedule(opened.name()),
                "Mail for news on mirroring: " + mail(),
                "");
    }

    private Opened open(String dir) throws ProblemException {
        if (dir.startsWith(Workspaces.ELSEWHERE)
                || repositories.place(dir).toString().contains("ssh:/")) {
            throw new ProblemException(Problem.of("host.far", Problem.Category.USAGE, "object", dir));
        }
        Opened opened = repositories.open(dir);
        ProfileRules.require(profile);
        if (!Names.validVersion(opened.name())) {
            throw new ProblemException(
                    Problem.of("host.repository-name", Problem.Category.REFUSED, "object", opened.name()));
        }
        return opened;
    }

    private ServedRepository served(Opened opened) throws ProblemException {
        List<String> channels = opened.config().channels().stream()
                .map(Channel::link)
                .filter(link -> plain(link, opened))
                .toList();
        String name = opened.name();
        return new ServedRepository(
                name,
                profile.web().url() + "/" + name,
                "rsync://" + profile.web().name() + "/" + name,
                channels,
                opened.store().series().keySet().stream().sorted().toList(),
                newest(opened));
    }

    /** The path of a channel; where it is a ref, the words between its slashes are. */
    private static boolean plain(String link, Opened opened) {
        boolean ref = opened.kind().commits().isPresent();
        return ref ? Stream.of(link.split("/", -1)).allMatch(Names::validLink) : Names.validLink(link);
    }

    private static Optional<ServedRepository.Newest> newest(Opened opened) throws ProblemException {
        Optional<Version> newest = opened.store().versions().stream()
                .filter(version -> version.state() == VersionState.SEALED)
                .reduce((before, after) -> after);
        if (newest.isEmpty()
                || !Names.validVersion(newest.get().name())
                || opened.kind().images().isPresent()
                || opened.kind().commits().isPresent()) {
            return Optional.empty();
        }
        String name = newest.get().name();
        return Optional.of(new ServedRepository.Newest(
                name, opened.store().tree(name), opened.store().facts(name)));
    }

    /** Where others can look too; a directory of this machine says nothing to them. */
    private static String upstream(Opened opened) {
        String url = opened.config().upstream().url();
        boolean shared = !url.isEmpty() && !url.startsWith("file:") && !url.startsWith("/");
        return opened.name() + (shared ? " (" + url + ")" : "");
    }

    private String schedule(String name) {
        return profile.pulls().stream()
                .filter(pull -> pull.tree().equals(name))
                .map(pull -> "every %d h, %d min past the hour".formatted(pull.hours(), pull.minute()))
                .findFirst()
                .orElse("whenever a new version has been verified here");
    }

    private String mail() {
        return profile.web().tls() instanceof HostProfile.Tls.Certbot(String mail) ? mail : "(your address)";
    }
}

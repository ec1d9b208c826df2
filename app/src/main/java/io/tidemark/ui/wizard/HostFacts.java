package io.tidemark.ui.wizard;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Workspaces;
import io.tidemark.model.Channel;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.Lane;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a wizard about hosts knows when it opens.
 *
 * @param hosts by name, in the order in which they were added
 * @param reports what was found last, by host
 * @param sealed sealed versions of each repository that can be read, newest first
 * @param channels names of the channels of each of them here
 * @param called what those repositories call themselves, as hosts know them
 */
record HostFacts(
        Map<String, Host> hosts,
        Map<String, HostReport> reports,
        Map<String, List<Version>> sealed,
        Map<String, List<String>> channels,
        Map<String, String> called) {

    static HostFacts of(Engine engine) throws ProblemException {
        Map<String, Host> hosts = new LinkedHashMap<>();
        Map<String, HostReport> reports = new LinkedHashMap<>();
        for (Host host : engine.hosts().list()) {
            hosts.put(host.name(), host);
            engine.hosts().last(host.name()).ifPresent(report -> reports.put(host.name(), report));
        }
        Map<String, List<Version>> sealed = new LinkedHashMap<>();
        Map<String, List<String>> channels = new LinkedHashMap<>();
        Map<String, String> called = new LinkedHashMap<>();
        for (Workspaces.Place place : engine.workspaces().get().repositories()) {
            read(engine, place.name()).ifPresent(seen -> {
                sealed.put(place.name(), seen.sealed());
                channels.put(place.name(), seen.channels());
                called.put(place.name(), seen.called());
            });
        }
        return new HostFacts(hosts, reports, sealed, channels, called);
    }

    /** A repository that cannot be read now is not offered. */
    private static Optional<Seen> read(Engine engine, String name) {
        try {
            List<Version> sealed = engine.views().versions(name).reversed().stream()
                    .filter(version -> version.state() == VersionState.SEALED)
                    .toList();
            RepositoryStatus status = engine.views().status(name);
            List<String> channels =
                    status.channels().stream().map(Channel::name).toList();
            return Optional.of(new Seen(sealed, channels, status.name()));
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    private record Seen(List<Version> sealed, List<String> channels, String called) {}

    /** The channels of a repository on a host, and those that only it has here. */
    List<String> channels(String host, String repository) {
        Stream<String> there = copy(host, repository).stream()
                .flatMap(copy -> copy.lanes().stream())
                .map(Lane::channel);
        return Stream.concat(there, channels.getOrDefault(repository, List.of()).stream())
                .distinct()
                .toList();
    }

    /** A repository as it was last seen on a host, by its name there or in the workspace. */
    Optional<HostReport.Copy> copy(String host, String repository) {
        return Optional.ofNullable(reports.get(host)).stream()
                .flatMap(report -> report.repositories().stream())
                .filter(copy -> copy.name().equals(called.getOrDefault(repository, repository)))
                .findFirst();
    }
}

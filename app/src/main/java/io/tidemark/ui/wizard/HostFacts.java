package io.tidemark.ui.wizard;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Workspaces;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a wizard about hosts knows when it opens.
 *
 * @param hosts by name, in the order in which they were added
 * @param reports what was found last, by host
 * @param sealed sealed versions of each repository that can be read, newest first
 */
record HostFacts(Map<String, Host> hosts, Map<String, HostReport> reports, Map<String, List<Version>> sealed) {

    static HostFacts of(Engine engine) throws ProblemException {
        Map<String, Host> hosts = new LinkedHashMap<>();
        Map<String, HostReport> reports = new LinkedHashMap<>();
        for (Host host : engine.hosts().list()) {
            hosts.put(host.name(), host);
            engine.hosts().last(host.name()).ifPresent(report -> reports.put(host.name(), report));
        }
        Map<String, List<Version>> sealed = new LinkedHashMap<>();
        for (Workspaces.Place place : engine.workspaces().get().repositories()) {
            versions(engine, place.name()).ifPresent(versions -> sealed.put(place.name(), versions));
        }
        return new HostFacts(hosts, reports, sealed);
    }

    /** A repository that cannot be read now is not offered. */
    private static Optional<List<Version>> versions(Engine engine, String name) {
        try {
            return Optional.of(engine.views().versions(name).reversed().stream()
                    .filter(version -> version.state() == VersionState.SEALED)
                    .toList());
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    /** A repository as it was last seen on a host. */
    Optional<HostReport.Copy> copy(String host, String repository) {
        return Optional.ofNullable(reports.get(host)).stream()
                .flatMap(report -> report.repositories().stream())
                .filter(copy -> copy.name().equals(repository))
                .findFirst();
    }
}

package io.tidemark.ui.repository;

import io.tidemark.engine.Hosts;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.Lane;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What hosts served of a repository, when, as far as it was last seen: lanes below those of the repository itself. */
final class HostLanes {

    private HostLanes() {}

    /** A repository's history with the lanes of all hosts on which it lies. */
    static Timeline on(Timeline history, String repository, Hosts hosts) throws ProblemException {
        List<Lane> lanes = new ArrayList<>(history.lanes());
        for (Host host : hosts.list()) {
            Optional<HostReport> report = hosts.last(host.name());
            report.stream()
                    .flatMap(seen -> seen.repositories().stream())
                    .filter(copy -> copy.name().equals(repository))
                    .forEach(copy -> add(host.name(), copy, report.orElseThrow().checked(), lanes));
        }
        return new Timeline(history.versions(), lanes, history.now());
    }

    /** A host with one channel is called by its name alone. */
    private static void add(String host, HostReport.Copy copy, Instant seen, List<Lane> lanes) {
        for (Lane lane : copy.lanes()) {
            String name = copy.lanes().size() == 1 ? host : host + " · " + lane.channel();
            lanes.add(new Lane(name, lane.spans(), lane.hold(), Optional.of(seen)));
        }
    }
}

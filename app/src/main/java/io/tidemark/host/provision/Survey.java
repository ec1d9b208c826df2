package io.tidemark.host.provision;

import io.tidemark.host.ssh.SshConnection;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A host as it was seen, beside its profile. */
public final class Survey {

    private static final Query UNFINISHED = Query.file("/var/backups/tidemark/unfinished");
    private static final int LONGEST_NAME = 100;

    private final HostDrift drift;
    private final Goal goal;
    private final Sights sights;
    private final List<Standing> standings;

    private Survey(Host host, Instant now, String system, Goal goal, Sights sights) {
        this.goal = goal;
        this.sights = sights;
        this.standings =
                goal.aims().stream().map(aim -> new Standing(aim, judge(aim))).toList();
        this.drift = new HostDrift(
                host.name(), now, system, standings.stream().map(Standing::item).toList());
    }

    /**
     * Looks at a host; changes nothing there.
     *
     * @throws ProblemException {@code provision.none}, {@code provision.system}, {@code provision.field},
     *     {@code provision.account}, {@code provision.look}, {@code ssh.…}
     */
    public static Survey of(SshConnection connection, Host host, Instant now)
            throws ProblemException, InterruptedException {
        HostProfile profile = host.profile()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("provision.none", Problem.Category.USAGE, "object", host.name())));
        Looking looking = new Looking(connection);
        String release = looking.release();
        String system = name(release);
        SystemFamily family = SystemFamily.of(release)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "provision.system", Problem.Category.REFUSED, "object", host.name(), "system", system)));
        Goal goal = Goal.of(profile, family, connection.target().user(), now);
        Set<Query> queries = new LinkedHashSet<>(List.of(UNFINISHED));
        goal.aims().forEach(aim -> queries.addAll(aim.queries()));
        queries.addAll(new Packages(profile, family).queries());
        return new Survey(host, now, system, goal, looking.at(List.copyOf(queries)));
    }

    /** What a person is shown. */
    public HostDrift drift() {
        return drift;
    }

    Goal goal() {
        return goal;
    }

    Sights sights() {
        return sights;
    }

    List<Standing> standings() {
        return standings;
    }

    /** What is to be done something for. */
    Stream<Standing> open() {
        return standings.stream().filter(Standing::open);
    }

    /** Whether an earlier run was cut and must be put back first. */
    public boolean unfinished() {
        return sights.of(UNFINISHED).there();
    }

    /** Whether something looks after services there; {@code false} too where none are to be looked after. */
    boolean managed() {
        return goal.aims().stream()
                .filter(ServiceAim.class::isInstance)
                .anyMatch(aim -> ServiceAim.managed(sights.of(aim.queries().getFirst())));
    }

    /** What is to be done something for, of one sort. */
    <T extends Aim> List<T> open(Class<T> sort) {
        List<T> found = new ArrayList<>();
        open().map(Standing::aim).filter(sort::isInstance).map(sort::cast).forEach(found::add);
        return found;
    }

    /** Whether all files, links, directories and accounts are as another survey saw them. */
    boolean sameFilesAs(Survey other) {
        return standings.stream()
                .flatMap(standing -> standing.aim().queries().stream())
                .filter(query -> List.of("file", "account").contains(query.kind()))
                .allMatch(query -> sights.of(query).equals(other.sights.of(query)));
    }

    private Item judge(Aim aim) {
        Item item = named(aim.judge(sights));
        return ignored(aim) ? Items.ignored(item) : item;
    }

    private Item named(Item item) {
        Phrase rule = Phrase.of("drift.denied", "account", goal.publisher());
        return item.detail().key().equals(rule.key())
                ? new Item(item.id(), item.kind(), item.state(), item.actual(), item.desired(), rule)
                : item;
    }

    /** By its id, or by the path or name behind the colon. */
    private boolean ignored(Aim aim) {
        List<String> ignored = goal.profile().ignored();
        return ignored.contains(aim.id())
                || ignored.contains(aim.id().substring(aim.id().indexOf(':') + 1));
    }

    private static String name(String release) {
        return release.lines()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                .map(line -> line.replaceAll("\\p{Cntrl}", "?"))
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_NAME)))
                .findFirst()
                .orElse("");
    }
}

package io.tidemark.campaign;

import io.tidemark.demo.AlpineUpstream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Draws what is done next: something that is possible now, and has work to do. */
final class Deeds {

    /** More versions than this, and some go. */
    private static final int MANY = 6;

    private static final String UPDATE = "update";
    private static final String BOTH = "update --promote";
    private static final String SNAPSHOT = "snapshot";
    private static final String PROMOTE = "promote";
    private static final String ROLLBACK = "rollback";
    private static final String RELEASE = "release";
    private static final String PRUNE = "prune";

    private final String dir;
    private final String channel;
    private final AlpineUpstream upstream;
    private final SplittableRandom random;
    private final Set<String> promoted = new TreeSet<>();
    private int copies;

    Deeds(Path repository, String channel, AlpineUpstream upstream, SplittableRandom random) {
        this.dir = repository.toString();
        this.channel = channel;
        this.upstream = upstream;
        this.random = random;
    }

    /** Content of upstream now, which is what the next update must bring. */
    String upstreamContent() throws IOException {
        return TreeDigest.content(upstream.root().resolve(upstream.recipe().branch()));
    }

    /** Half of the time what was least often hit in the midst of its work, else anything. */
    Deed next(State state, Tally tally) throws IOException {
        promoted.add(state.target());
        List<String> spare = spare(state);
        if (state.versions().size() > MANY && !spare.isEmpty()) {
            return prune(any(spare));
        }
        List<String> possible = possible(state, spare);
        String rarest =
                possible.stream().min(Comparator.comparingInt(tally::inside)).orElseThrow();
        return make(random.nextBoolean() ? rarest : any(possible), state, spare);
    }

    private static List<String> possible(State state, List<String> spare) {
        List<String> possible = new ArrayList<>(List.of(UPDATE, SNAPSHOT));
        if (!state.idle().isEmpty()) {
            possible.add(ROLLBACK);
        }
        if (!spare.isEmpty()) {
            possible.add(PRUNE);
        }
        if (state.held()) {
            possible.add(RELEASE);
        } else {
            possible.add(BOTH);
            possible.addAll(state.idle().isEmpty() ? List.of() : List.of(PROMOTE));
        }
        return possible;
    }

    private Deed make(String operation, State state, List<String> spare) throws IOException {
        return switch (operation) {
            case UPDATE -> update(state, false);
            case BOTH -> update(state, true);
            case SNAPSHOT -> snapshot(any(List.copyOf(state.versions())));
            case ROLLBACK -> rollback(any(state.idle()));
            case PRUNE -> prune(any(spare));
            case RELEASE -> release();
            case PROMOTE -> promote(state);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** What can most likely be pruned: the channel was never there, or there is too much and it was there long ago. */
    private List<String> spare(State state) {
        List<String> never =
                state.idle().stream().filter(v -> !promoted.contains(v)).toList();
        return never.isEmpty() && state.versions().size() > MANY ? state.idle() : never;
    }

    private Deed update(State state, boolean promoting) throws IOException {
        if (made(upstreamContent(), state) || random.nextBoolean()) {
            upstream.mutate(4);
        }
        List<String> words = new ArrayList<>(List.of("update", dir));
        if (promoting) {
            words.addAll(List.of("--promote", channel, "--allow-boot-critical"));
        }
        return promoting
                ? new Deed(BOTH, words, (before, after) -> updated(before, after, true))
                : new Deed(UPDATE, words, (before, after) -> updated(before, after, false));
    }

    /** Whether an update would find nothing to do; if not, it goes on with what an earlier one left in staging. */
    private boolean made(String content, State state) throws IOException {
        for (String version : state.versions()) {
            if (TreeDigest.content(Path.of(dir, version)).equals(content)) {
                return true;
            }
        }
        return false;
    }

    /** One version more; only when asked for, and as a step of its own, the channel goes there. */
    private static boolean updated(State before, State now, boolean promoting) {
        Set<String> made = new TreeSet<>(now.versions());
        made.removeAll(before.versions());
        if (made.size() != 1) {
            return false;
        }
        State more = before.with(made.iterator().next());
        return now.equals(more)
                || promoting && now.equals(more.at(made.iterator().next(), before.held()));
    }

    private Deed snapshot(String from) {
        String to = "copy-" + copies++;
        return new Deed(SNAPSHOT, List.of("snapshot", dir, from, to), (before, now) -> now.equals(before.with(to)));
    }

    private Deed promote(State state) {
        String version = any(state.idle());
        return new Deed(
                PROMOTE,
                List.of("promote", dir, version, "--channel", channel),
                (before, now) -> now.equals(before.at(version, false)));
    }

    private Deed rollback(String version) {
        return new Deed(
                ROLLBACK,
                List.of("rollback", dir, "--channel", channel, "--to", version, "--reason", "no boot"),
                (before, now) -> now.equals(before.at(version, true)));
    }

    private Deed release() {
        return new Deed(
                RELEASE,
                List.of("release", dir, "--channel", channel),
                (before, now) -> now.equals(before.at(before.target(), false)));
    }

    private Deed prune(String version) {
        return new Deed(PRUNE, List.of("prune", dir, version), (before, now) -> now.equals(before.without(version)));
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}

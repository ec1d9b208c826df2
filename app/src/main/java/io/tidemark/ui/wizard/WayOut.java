package io.tidemark.ui.wizard;

import io.tidemark.model.Gate;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person can do about a plan that may not start. */
sealed interface WayOut {

    /** The gate it answers, or empty when no plan could be made at all. */
    String gate();

    /** Passing over a guard by its name, typed in. */
    record Typed(Gate closed) implements WayOut {
        @Override
        public String gate() {
            return closed.name();
        }
    }

    /** Passing over a gate after ticking that one has understood. */
    record Ticked(Gate closed) implements WayOut {
        @Override
        public String gate() {
            return closed.name();
        }
    }

    /** Trusting signing keys after comparing fingerprints. */
    record Trust(String gate, List<String> fingerprints) implements WayOut {}

    /** Lifting the hold of a channel first. */
    record Release(String channel) implements WayOut {
        @Override
        public String gate() {
            return "hold";
        }
    }

    /** Lifting the hold of a channel of a host first. */
    record ReleaseThere(String host, String repository, String channel) implements WayOut {
        @Override
        public String gate() {
            return "hold";
        }
    }

    /** Making room by pruning first. */
    record MakeRoom() implements WayOut {
        @Override
        public String gate() {
            return "space";
        }
    }

    /** Verifying a version that was shut away, so that it can be used again. */
    record Verify(String version) implements WayOut {
        @Override
        public String gate() {
            return "quarantine";
        }
    }

    /** The way out of a closed gate, if there is one here. */
    static Optional<WayOut> of(Gate gate, Plan plan) {
        return switch (gate.name()) {
            case "hold" -> plan.channel().map(channel -> release(channel, plan));
            case "space" -> onHost(plan) ? Optional.empty() : Optional.of(new MakeRoom());
            case "quarantine" ->
                Optional.ofNullable(gate.phrase().args().get("object")).map(Verify::new);
            case "trust" ->
                fingerprints(gate.phrase().args().get("fingerprint")).map(keys -> new Trust("trust", keys));
            case Consent.BOOT_CRITICAL -> Optional.of(new Ticked(gate));
            default ->
                gate.override().isPresent() && namesGuards(plan) ? Optional.of(new Typed(gate)) : Optional.empty();
        };
    }

    private static boolean onHost(Plan plan) {
        return plan.operation() instanceof Operation.OnHost;
    }

    /** A hold is lifted where it is. */
    private static WayOut release(String channel, Plan plan) {
        return plan.operation() instanceof Operation.OnHost there
                ? new ReleaseThere(there.host().name(), plan.repository(), channel)
                : new Release(channel);
    }

    /** Only what takes new content from upstream can be told to pass over guards by name. */
    private static boolean namesGuards(Plan plan) {
        return plan.operation() instanceof Operation.Update || plan.operation() instanceof Operation.Sync;
    }

    /** The way out when no plan could be made: trusting the key that was met. */
    static Optional<WayOut> of(Problem problem) {
        boolean changed = problem.code().contains("changed");
        return changed
                ? Optional.empty()
                : fingerprints(problem.args().get("fingerprint")).map(keys -> new Trust("trust", keys));
    }

    private static Optional<List<String>> fingerprints(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(text.strip().split("[,\\s]+")).toList());
    }
}

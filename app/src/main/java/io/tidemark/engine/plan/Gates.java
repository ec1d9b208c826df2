package io.tidemark.engine.plan;

import io.tidemark.model.Channel;
import io.tidemark.model.Gate;
import io.tidemark.model.Hold;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The conditions that several operations share, and what it means when one is not met. */
public final class Gates {

    /** A channel that is held. */
    public static final String HOLD = "hold";
    /** A change of what clients boot from. */
    public static final String BOOT_CRITICAL = "boot-critical";
    /** A version that was changed since it was sealed. */
    public static final String QUARANTINE = "quarantine";
    /** Room on the disk. */
    public static final String SPACE = "space";
    /** Others that write there. */
    public static final String WRITERS = "writers";
    /** Keys that nobody trusted yet. */
    public static final String TRUST = "trust";
    /** Something that is needed elsewhere. */
    public static final String NEEDED = "needed";

    private Gates() {}

    /** A gate that lets pass. */
    public static Gate open(String name, Phrase phrase) {
        return new Gate(name, true, phrase, Optional.empty());
    }

    /** A gate that does not, and how to get past it. */
    public static Gate closed(String name, Phrase phrase, Phrase override) {
        return new Gate(name, false, phrase, Optional.of(override));
    }

    /** Whether a channel may move. */
    public static Gate hold(Channel channel) {
        if (channel.hold().isEmpty()) {
            return open(HOLD, Phrase.of("gate.hold.ok", "object", channel.name()));
        }
        Hold hold = channel.hold().get();
        String key = hold.reason().isEmpty() ? "gate.hold" : "gate.hold.reason";
        return closed(
                HOLD,
                Phrase.of(
                        key,
                        "object",
                        channel.name(),
                        "actor",
                        hold.actor(),
                        "since",
                        hold.since(),
                        "reason",
                        hold.reason()),
                Phrase.of("gate.hold.override", "object", channel.name()));
    }

    /** Whether there is room. */
    public static Gate space(RepositoryStore store, long needed) throws ProblemException {
        long free = store.space().bytes();
        return needed <= free
                ? open(SPACE, Phrase.of("gate.space.ok", "needed", needed, "free", free))
                : closed(
                        SPACE,
                        Phrase.of("gate.space", "needed", needed, "free", free),
                        Phrase.of("gate.space.override"));
    }

    /** Whether there is room for what is known to be needed, where more comes that nobody foretells. */
    public static Gate spaceAtLeast(RepositoryStore store, long needed) throws ProblemException {
        Gate known = space(store, needed);
        return known.open()
                ? open(
                        SPACE,
                        Phrase.of("gate.space.unforetold", "free", store.space().bytes()))
                : known;
    }

    /**
     * Refuses a plan with a closed gate.
     *
     * @param given what a person agreed to
     * @param now the same planned again under the lock
     */
    public static void require(Plan given, Plan now) throws ProblemException {
        Optional<Gate> closed =
                now.gates().stream().filter(gate -> !gate.open()).findFirst();
        if (closed.isPresent()) {
            throw new ProblemException(refusal(given, now, closed.get()));
        }
    }

    private static Problem refusal(Plan given, Plan now, Gate gate) {
        boolean wasOpen = given.gates().stream().anyMatch(g -> g.name().equals(gate.name()) && g.open());
        String object = now.channel().or(now::version).orElse(now.repository());
        String whole = object.equals(now.repository()) ? "plan.gate.whole" : "plan.gate";
        return refusal(wasOpen ? "plan.changed" : whole, object, now.repository(), gate);
    }

    /** What is said when a gate is closed. */
    public static Problem refusal(String code, String object, String repository, Gate gate) {
        Map<String, String> args = new HashMap<>();
        args.put("object", object);
        args.put("repository", repository);
        args.put("gate", gate.name());
        args.putAll(gate.phrase().within("found"));
        args.putAll(gate.override().orElse(Phrase.of("gate.no-override")).within("override"));
        Problem.Category category = gate.name().equals(SPACE) ? Problem.Category.STORAGE : Problem.Category.REFUSED;
        Problem.State state = Wholeness.tampered(gate) ? Problem.State.QUARANTINED : Problem.State.UNCHANGED;
        return new Problem(code, category, state, args, "");
    }
}

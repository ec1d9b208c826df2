package io.tidemark.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Operations;
import io.tidemark.job.JobContext;
import io.tidemark.model.Gate;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.SampleContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Closed gates and the ways out of them. */
class PlanModelTest {

    private static final String KEY = "SHA256:" + "5f3a".repeat(16);

    private final GuardedOperations operations = new GuardedOperations();
    private final UpdateDraft draft = new UpdateDraft("alpine", false);
    private final PlanModel model = new PlanModel(draft, operations, FxBridge.direct(SampleContext::new));

    @Test
    void aGuardIsPassedOverOnlyAfterItsNameWasTyped() {
        operations.close(gate("shrank", true));
        model.make();
        assertFalse(model.plan().get().mayRun());
        assertInstanceOf(WayOut.Typed.class, model.confirmation().way().get());
        model.confirmation().typed().set("shran");
        model.takeWayOut();
        assertFalse(model.plan().get().mayRun());
        model.confirmation().typed().set("shrank");
        model.takeWayOut();
        assertTrue(model.plan().get().mayRun());
        assertNull(model.confirmation().way().get());
    }

    @Test
    void aBootCriticalChangeIsAllowedByATick() {
        operations.close(gate(Consent.BOOT_CRITICAL, true));
        model.make();
        assertInstanceOf(WayOut.Ticked.class, model.confirmation().way().get());
        model.confirmation().ticked().set(true);
        model.takeWayOut();
        assertTrue(((Operation.Update) model.plan().get().operation()).allowBootCritical());
    }

    @Test
    void aGateWithoutAWayOutStaysClosed() {
        operations.close(gate("shrank", true), gate("needed", false));
        model.make();
        assertNull(model.confirmation().way().get());
        assertFalse(model.confirmation().given().get());
    }

    @Test
    void whatAPruneNeedsIsNotPassedOverByName() {
        PruneDraft prune = new PruneDraft("alpine");
        prune.versions.add("3.15.4");
        PlanModel pruning = new PlanModel(prune, operations, FxBridge.direct(SampleContext::new));
        operations.close(gate("needed", true));
        pruning.make();
        assertFalse(pruning.plan().get().mayRun());
        assertNull(pruning.confirmation().way().get());
    }

    @Test
    void aVersionThatWasShutAwayLeadsToItsVerification() {
        Phrase found = Phrase.of("gate.quarantine", "object", "3.15.5");
        operations.close(new Gate("quarantine", false, found, Optional.of(found)));
        model.make();
        assertEquals(new WayOut.Verify("3.15.5"), model.confirmation().way().get());
    }

    @Test
    void aHeldChannelLeadsToItsRelease() {
        operations.close(gate("hold", false));
        model.make();
        assertEquals(
                new WayOut.Release("latest-stable"), model.confirmation().way().get());
        assertTrue(model.confirmation().given().get());
    }

    @Test
    void anUnknownKeyIsTrustedAfterComparingItsFingerprint() {
        operations.refuse(
                Problem.of("key.unknown", Problem.Category.REFUSED, "object", "APKINDEX", "fingerprint", KEY));
        model.make();
        assertNotNull(model.problem().get());
        assertEquals(
                new WayOut.Trust("trust", List.of(KEY)),
                model.confirmation().way().get());
        model.takeWayOut();
        assertNull(model.plan().get());
        model.confirmation().ticked().set(true);
        model.takeWayOut();
        assertEquals(List.of(KEY), ((Operation.Update) model.plan().get().operation()).trust());
    }

    @Test
    void aChangedKeyIsNeverTrustedByATick() {
        operations.refuse(
                Problem.of("key.changed", Problem.Category.REFUSED, "object", "APKINDEX", "fingerprint", KEY));
        model.make();
        assertNull(model.confirmation().way().get());
    }

    @Test
    void consentIsForgottenWithTheChoicesItWasGivenFor() {
        operations.close(gate("shrank", true));
        model.make();
        model.confirmation().typed().set("shrank");
        model.takeWayOut();
        draft.version.text().set("3.15.9");
        model.make();
        assertFalse(model.plan().get().mayRun());
    }

    private static Gate gate(String name, boolean override) {
        Phrase phrase = Phrase.of("gate." + name);
        return new Gate(name, false, phrase, override ? Optional.of(phrase) : Optional.empty());
    }

    /** Keeps its gates closed until the operation passes over them by name. */
    private static final class GuardedOperations implements Operations {

        private List<Gate> gates = List.of();
        private Optional<Problem> refusal = Optional.empty();

        void close(Gate... closed) {
            gates = List.of(closed);
        }

        void refuse(Problem problem) {
            refusal = Optional.of(problem);
        }

        @Override
        public Plan plan(Operation operation, JobContext job) throws ProblemException {
            if (refusal.isPresent() && trust(operation).isEmpty()) {
                throw new ProblemException(refusal.get());
            }
            List<Gate> now = gates.stream()
                    .map(gate -> new Gate(gate.name(), passed(gate, operation), gate.phrase(), gate.override()))
                    .toList();
            return new Plan(
                    operation,
                    "alpine",
                    "basis",
                    Instant.EPOCH,
                    Optional.of("3.15.6"),
                    Optional.of("latest-stable"),
                    Optional.of("3.15.5"),
                    List.of(),
                    now,
                    List.of(),
                    Map.of(),
                    List.of("tidemark", "update", "alpine"),
                    false);
        }

        @Override
        public Outcome run(Plan plan, JobContext job) {
            throw new AssertionError("planning must not run anything");
        }

        private static List<String> trust(Operation operation) {
            return operation instanceof Operation.Update update ? update.trust() : List.of();
        }

        private static boolean passed(Gate gate, Operation operation) {
            return operation instanceof Operation.Update update
                    && (update.overrides().contains(gate.name())
                            || gate.name().equals(Consent.BOOT_CRITICAL) && update.allowBootCritical());
        }
    }
}

package io.tidemark.engine.plan;

import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.model.Gate;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.WriteSession;
import java.util.List;
import java.util.Optional;

/** Whether a version is still as it was sealed, as far as can be seen without reading it. */
public final class Wholeness {

    private static final String TAMPERED = "gate.tampered";

    private Wholeness() {}

    /** The gate for a version that is to be shown to clients or copied: sealed files as they were recorded. */
    public static Gate gate(Opened repository, Version version, JobContext job)
            throws ProblemException, InterruptedException {
        if (version.state() == VersionState.QUARANTINED) {
            return closed("gate.quarantine", version, 0, "");
        }
        if (version.state() != VersionState.SEALED) {
            return Gates.open(Gates.QUARANTINE, Phrase.of("gate.quarantine.unsealed", "object", version.name()));
        }
        job.progress().phase("look", -1, -1);
        List<String> changed = repository.store().tampered(version.name(), job);
        return changed.isEmpty()
                ? Gates.open(Gates.QUARANTINE, Phrase.of("gate.quarantine.ok", "object", version.name()))
                : closed(TAMPERED, version, changed.size(), changed.getFirst());
    }

    /** Whether a gate is closed because of a change that nobody had noticed before. */
    public static boolean tampered(Gate gate) {
        return !gate.open() && gate.phrase().key().equals(TAMPERED);
    }

    /** Shuts away the versions that a plan, which writes nothing itself, found changed. */
    public static void shut(Plan plan, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        for (Gate gate : plan.gates()) {
            if (tampered(gate)) {
                String version = gate.phrase().args().get("object");
                session.quarantine(version, session.store().tampered(version, job));
            }
        }
    }

    private static Gate closed(String key, Version version, int count, String first) {
        Phrase found = Phrase.of(key, "object", version.name(), "count", count, "first", first);
        Phrase way = Phrase.of("gate.quarantine.override", "object", version.name());
        return new Gate(Gates.QUARANTINE, false, found, Optional.of(way));
    }
}

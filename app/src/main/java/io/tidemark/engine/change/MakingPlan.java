package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Keys;
import io.tidemark.engine.repository.Opened;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.RepositoryStore;
import java.util.Map;
import java.util.Optional;

/** The part of a plan that says how a new version comes together. */
final class MakingPlan {

    private final PlanBuilder plan;
    private final Making making;
    private final Opened repository;
    private final Shopping list;

    private MakingPlan(PlanBuilder plan, Making making, Shopping list) {
        this.plan = plan;
        this.making = making;
        this.repository = making.repository();
        this.list = list;
    }

    /** Adds steps, guards, remarks and totals. */
    static void describe(PlanBuilder plan, Making making) throws ProblemException {
        Shopping list = Shopping.of(
                making.survey().files(),
                making.base(),
                present(making.repository().store(), making.version()));
        MakingPlan part = new MakingPlan(plan.version(making.version()), making, list);
        part.keys();
        part.sources();
        part.totals();
    }

    private static Map<String, String> present(RepositoryStore store, String version) throws ProblemException {
        Optional<Version> staged = store.version(version).filter(v -> v.state() == VersionState.STAGED);
        return staged.isEmpty() ? Map.of() : store.identities(version);
    }

    private void foretold() throws ProblemException {
        plan.figure("download.bytes", Shopping.bytes(list.fetched()) + Shopping.bytes(list.given()))
                .figure(
                        "download.files",
                        (long) list.fetched().size() + list.given().size())
                .figure("total.bytes", list.totalBytes())
                .figure("total.files", list.files())
                .figure("free.bytes", repository.store().space().bytes());
    }

    private void keys() {
        for (PinnedKey key : making.survey().newKeys()) {
            plan.step(Action.TRUST_KEY, key.name(), Phrase.of("step.trust", "fingerprint", key.fingerprint()));
        }
        plan.gates(making.survey().gates());
        plan.notices(making.survey().notices());
    }

    private void sources() throws ProblemException {
        boolean copies = repository.store().sharing() == RepositoryStore.Sharing.COPY;
        long shared = Shopping.bytes(list.shared());
        long copied = Shopping.bytes(list.copied()) + (copies ? shared : 0);
        if (!list.shared().isEmpty()) {
            Phrase why = Phrase.of(
                    copies ? "step.copy" : "step.share",
                    "version",
                    making.base().name());
            plan.step(
                    copies ? Action.COPY : Action.SHARE,
                    making.base().name(),
                    list.shared().size(),
                    shared,
                    why);
        }
        if (!list.copied().isEmpty()) {
            Phrase why =
                    Phrase.of("step.copy.unsealed", "version", making.base().name());
            plan.step(Action.COPY, making.base().name(), list.copied().size(), Shopping.bytes(list.copied()), why);
        }
        fetch();
        if (!list.leftOut().isEmpty()) {
            plan.step(Action.LEAVE_OUT, making.base().name(), list.leftOut().size(), 0, Phrase.of("step.leave-out"));
        }
        plan.step(Action.VERIFY, making.version(), list.files(), list.totalBytes(), Phrase.of("step.verify.new"));
        plan.figure("copy.bytes", copied);
        space(copied + Shopping.bytes(list.fetched()) + Shopping.bytes(list.given()));
    }

    private void space(long needed) throws ProblemException {
        plan.gate(
                unforetold()
                        ? Gates.spaceAtLeast(repository.store(), needed)
                        : Gates.space(repository.store(), needed));
    }

    /** Whether a program of the kind's own brings more than upstream lists, and nobody knows how much before. */
    private boolean unforetold() {
        return repository.kind().fetch().isPresent();
    }

    private void fetch() {
        if (!list.fetched().isEmpty()) {
            plan.step(
                    Action.FETCH,
                    repository.config().upstream().url(),
                    list.fetched().size(),
                    Shopping.bytes(list.fetched()),
                    Phrase.of("step.fetch"));
        }
        if (!list.kept().isEmpty()) {
            plan.notice(Notice.info("update.kept", "files", list.kept().size(), "bytes", Shopping.bytes(list.kept())));
        }
        if (unforetold()) {
            plan.notice(making.base()
                    .version()
                    .filter(version -> version.bytes() > 0)
                    .map(version ->
                            Notice.info("update.unforetold.last", "version", version.name(), "bytes", version.bytes()))
                    .orElse(Notice.info("update.unforetold")));
        }
        if (list.unknownSizes() > 0) {
            plan.notice(Notice.info("update.unknown-sizes", "files", list.unknownSizes()));
        }
    }

    private void totals() throws ProblemException {
        plan.figure("share.bytes", Shopping.bytes(list.shared()));
        if (!unforetold()) {
            foretold();
        }
        if (!Keys.expected(repository.config().keys()).isEmpty()
                && making.survey().newKeys().isEmpty()) {
            plan.notice(Notice.info("update.expected-key"));
        }
    }
}

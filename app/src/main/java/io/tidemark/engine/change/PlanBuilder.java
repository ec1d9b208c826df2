package io.tidemark.engine.change;

import io.tidemark.engine.repository.Opened;
import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what goes into a plan. Used by one thread. */
final class PlanBuilder {

    private final Operation operation;
    private final String repository;
    private final Instant made;
    private String basis = "";
    private Optional<String> version = Optional.empty();
    private Optional<String> channel = Optional.empty();
    private Optional<String> from = Optional.empty();
    private final List<PlanStep> steps = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, Long> figures = new HashMap<>();
    private List<String> command;
    private boolean nothing;

    PlanBuilder(Operation operation, String repository, Instant made) {
        this.operation = operation;
        this.repository = repository;
        this.made = made;
        this.command = CommandWords.of(operation);
    }

    /** A plan for an existing repository, made from its state now. */
    static PlanBuilder of(Operation operation, Opened repository, Instant made) throws ProblemException {
        PlanBuilder plan = new PlanBuilder(operation, repository.name(), made);
        plan.basis = repository.store().basis();
        return plan;
    }

    /** Something beside the repository's state that the plan depends on. */
    PlanBuilder dependsOn(String more) {
        basis = basis + ":" + more;
        return this;
    }

    PlanBuilder version(String name) {
        version = Optional.of(name);
        return this;
    }

    PlanBuilder channel(String name, Optional<String> pointsAt) {
        channel = Optional.of(name);
        from = pointsAt;
        return this;
    }

    PlanBuilder step(PlanStep.Action action, String subject, Phrase reason) {
        return step(action, subject, -1, 0, reason);
    }

    PlanBuilder step(PlanStep.Action action, String subject, long files, long bytes, Phrase reason) {
        steps.add(new PlanStep(action, subject, files, bytes, reason));
        return this;
    }

    PlanBuilder gate(Gate gate) {
        gates.add(gate);
        return this;
    }

    PlanBuilder gates(Collection<Gate> more) {
        gates.addAll(more);
        return this;
    }

    PlanBuilder notice(Notice notice) {
        notices.add(notice);
        return this;
    }

    PlanBuilder notices(Collection<Notice> more) {
        notices.addAll(more);
        return this;
    }

    PlanBuilder figure(String name, long value) {
        figures.put(name, value);
        return this;
    }

    PlanBuilder command(List<String> words) {
        command = words;
        return this;
    }

    PlanBuilder nothingToDo(Phrase why) {
        nothing = true;
        return step(PlanStep.Action.NOTHING, "", why);
    }

    Plan build() {
        return new Plan(
                operation,
                repository,
                basis,
                made,
                version,
                channel,
                from,
                steps,
                gates,
                notices,
                figures,
                command,
                nothing);
    }
}

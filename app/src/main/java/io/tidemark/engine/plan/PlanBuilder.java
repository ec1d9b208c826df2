package io.tidemark.engine.plan;

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
public final class PlanBuilder {

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

    /** A plan for that operation, begun now. */
    public PlanBuilder(Operation operation, String repository, Instant made) {
        this.operation = operation;
        this.repository = repository;
        this.made = made;
        this.command = CommandWords.of(operation);
    }

    /** A plan for an existing repository, made from its state now. */
    public static PlanBuilder of(Operation operation, Opened repository, Instant made) throws ProblemException {
        PlanBuilder plan = new PlanBuilder(operation, repository.name(), made);
        plan.basis = repository.store().basis();
        return plan;
    }

    /** Something beside the repository's state that the plan depends on. */
    public PlanBuilder dependsOn(String more) {
        basis = basis + ":" + more;
        return this;
    }

    /** The version that will be made or concerned. */
    public PlanBuilder version(String name) {
        version = Optional.of(name);
        return this;
    }

    /** The channel that will move, and what it points at now. */
    public PlanBuilder channel(String name, Optional<String> pointsAt) {
        channel = Optional.of(name);
        from = pointsAt;
        return this;
    }

    /** A step without a size. */
    public PlanBuilder step(PlanStep.Action action, String subject, Phrase reason) {
        return step(action, subject, -1, 0, reason);
    }

    /** A step and its size, as in {@link PlanStep}. */
    public PlanBuilder step(PlanStep.Action action, String subject, long files, long bytes, Phrase reason) {
        steps.add(new PlanStep(action, subject, files, bytes, reason));
        return this;
    }

    /** A condition more. */
    public PlanBuilder gate(Gate gate) {
        gates.add(gate);
        return this;
    }

    /** Some conditions more. */
    public PlanBuilder gates(Collection<Gate> more) {
        gates.addAll(more);
        return this;
    }

    /** A remark more. */
    public PlanBuilder notice(Notice notice) {
        notices.add(notice);
        return this;
    }

    /** Some remarks more. */
    public PlanBuilder notices(Collection<Notice> more) {
        notices.addAll(more);
        return this;
    }

    /** A total, by the names of {@link Plan#figures}. */
    public PlanBuilder figure(String name, long value) {
        figures.put(name, value);
        return this;
    }

    /** Another command line than that of the operation. */
    public PlanBuilder command(List<String> words) {
        command = words;
        return this;
    }

    /** The wished state is already there. */
    public PlanBuilder nothingToDo(Phrase why) {
        nothing = true;
        return step(PlanStep.Action.NOTHING, "", why);
    }

    /** The plan. */
    public Plan build() {
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

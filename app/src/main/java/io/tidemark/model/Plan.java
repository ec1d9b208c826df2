package io.tidemark.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What carrying out an operation would do. Making a plan writes nothing. A plan is valid while the state it was made
 * from ({@code basis}) is unchanged; running it re-checks that under the lock.
 *
 * @param operation what was asked
 * @param repository the repository's name
 * @param basis digest of the repository state and the upstream state the plan was made from
 * @param made when
 * @param version the version that will be made or concerned, if any
 * @param channel the channel that will move, if any
 * @param from what that channel points at now, if anything
 * @param steps in the order in which they are done
 * @param gates every condition, open or closed
 * @param notices remarks, most important first
 * @param figures totals by name: {@code download.bytes}, {@code download.files}, {@code share.bytes}, {@code copy.bytes},
 *     {@code free.bytes}, {@code total.bytes}, {@code total.files}, {@code freed.bytes}
 * @param command the equivalent command line, as separate words
 * @param nothingToDo whether the wished state is already there
 */
public record Plan(
        Operation operation,
        String repository,
        String basis,
        Instant made,
        Optional<String> version,
        Optional<String> channel,
        Optional<String> from,
        List<PlanStep> steps,
        List<Gate> gates,
        List<Notice> notices,
        Map<String, Long> figures,
        List<String> command,
        boolean nothingToDo) {

    public Plan {
        steps = List.copyOf(steps);
        gates = List.copyOf(gates);
        notices = List.copyOf(notices);
        figures = Map.copyOf(figures);
        command = List.copyOf(command);
    }

    /** The same with another command line that does it. */
    public Plan by(List<String> words) {
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
                words,
                nothingToDo);
    }

    /** Whether every gate is open. */
    public boolean mayRun() {
        return gates.stream().allMatch(Gate::open);
    }
}

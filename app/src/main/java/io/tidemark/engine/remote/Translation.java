package io.tidemark.engine.remote;

import io.tidemark.engine.JobsThere.Kept;
import io.tidemark.engine.JobsThere.Seen;
import io.tidemark.engine.JobsThere.Step;
import io.tidemark.engine.Json;
import io.tidemark.model.JobRecord;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.RepositoryStatus;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Directories of a machine as they are called there, and as URLs here: what goes there speaks of {@code /srv/mirror}, what comes
 * back of {@code ssh://host/srv/mirror}.
 */
record Translation(RemoteServer server) {

    private static final String DIR = "dir";

    /** As it is called there. */
    Object there(Object argument) {
        return switch (argument) {
            case Operation operation -> with(operation, path(operation.dir()));
            case Plan plan -> with(plan, path(plan.operation().dir()));
            case Object other -> other;
        };
    }

    /** The directory of a place on that machine; other text stays as it is. */
    String path(String place) {
        String start = start();
        return place.startsWith(start + "/") ? place.substring(start.length()) : place;
    }

    /** As it is called here. */
    Object here(Object answer) {
        return switch (answer) {
            case null -> null;
            case Plan plan -> here(plan);
            case JobRecord job -> here(job);
            case RepositoryStatus status ->
                Json.mapper().convertValue(renamed(status, url(status.dir())), RepositoryStatus.class);
            case List<?> all -> all.stream().map(this::here).toList();
            case Kept kept ->
                new Kept(kept.ids(), kept.news().stream().map(this::here).toList());
            case Seen seen ->
                new Seen(seen.mark(), seen.steps().stream().map(this::here).toList());
            case Object other -> other;
        };
    }

    private Plan here(Plan plan) {
        return with(plan, url(plan.operation().dir()));
    }

    /** A job, its plan and its outcome. */
    JobRecord here(JobRecord job) {
        return new JobRecord(
                job.id(),
                here(job.plan()),
                job.state(),
                job.actor(),
                job.queued(),
                job.started(),
                job.ended(),
                job.waitsFor(),
                job.progress(),
                job.problem(),
                here(job.outcome()));
    }

    private Step here(Step step) {
        return new Step(
                step.id(),
                step.state(),
                step.started(),
                step.ended(),
                step.waitsFor(),
                step.progress(),
                step.problem(),
                here(step.outcome()));
    }

    private Optional<Outcome> here(Optional<Outcome> outcome) {
        return outcome.map(done -> new Outcome(
                with(done.operation(), url(done.operation().dir())),
                done.repository(),
                done.result(),
                done.summary(),
                done.version(),
                done.channel(),
                done.figures(),
                done.notices()));
    }

    private static Plan with(Plan plan, String dir) {
        String before = plan.operation().dir();
        return new Plan(
                with(plan.operation(), dir),
                plan.repository(),
                plan.basis(),
                plan.made(),
                plan.version(),
                plan.channel(),
                plan.from(),
                plan.steps(),
                plan.gates(),
                plan.notices(),
                plan.figures(),
                plan.command().stream()
                        .map(word -> word.equals(before) ? dir : word)
                        .toList(),
                plan.nothingToDo());
    }

    private static Operation with(Operation operation, String dir) {
        return Json.mapper().convertValue(renamed(operation, dir), Operation.class);
    }

    private static ObjectNode renamed(Object record, String dir) {
        ObjectNode tree = Json.mapper().valueToTree(record);
        return tree.put(DIR, dir);
    }

    private String url(String path) {
        return path.startsWith("/") ? start() + path : path;
    }

    private String start() {
        return "ssh://" + server;
    }
}

package io.tidemark.engine.plan;

import io.tidemark.model.Notice;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what was done. */
public final class Outcomes {

    private Outcomes() {}

    /** Done as planned; what the plan remarked still holds. */
    public static Outcome done(Plan plan, Phrase summary) {
        return done(plan, summary, Map.of(), plan.notices());
    }

    /** Done as planned, with figures and remarks of its own. */
    public static Outcome done(Plan plan, Phrase summary, Map<String, Long> figures, List<Notice> notices) {
        return of(plan, Outcome.Result.DONE, summary, figures, notices);
    }

    /** There was nothing to do. */
    public static Outcome nothing(Plan plan, Phrase summary, Map<String, Long> figures) {
        return of(plan, Outcome.Result.NOTHING_TO_DO, summary, figures, plan.notices());
    }

    /** The same with one more remark, before the others. */
    public static Outcome remarked(Outcome outcome, Notice notice) {
        List<Notice> notices = new ArrayList<>(List.of(notice));
        notices.addAll(outcome.notices());
        return noticed(outcome, notices);
    }

    /** The same without what a plan said that is so no more. */
    public static Outcome without(String key, Outcome outcome) {
        return noticed(
                outcome,
                outcome.notices().stream()
                        .filter(notice -> !notice.phrase().key().equals(key))
                        .toList());
    }

    private static Outcome noticed(Outcome outcome, List<Notice> notices) {
        return new Outcome(
                outcome.operation(),
                outcome.repository(),
                outcome.result(),
                outcome.summary(),
                outcome.version(),
                outcome.channel(),
                outcome.figures(),
                notices);
    }

    /** The same about another version than the plan named. */
    public static Outcome about(String version, Outcome outcome) {
        return new Outcome(
                outcome.operation(),
                outcome.repository(),
                outcome.result(),
                outcome.summary(),
                Optional.of(version),
                outcome.channel(),
                outcome.figures(),
                outcome.notices());
    }

    /** The same with what it took. */
    public static Outcome timed(Outcome outcome, long millis) {
        Map<String, Long> figures = new HashMap<>(outcome.figures());
        figures.put("millis", millis);
        return new Outcome(
                outcome.operation(),
                outcome.repository(),
                outcome.result(),
                outcome.summary(),
                outcome.version(),
                outcome.channel(),
                figures,
                outcome.notices());
    }

    private static Outcome of(
            Plan plan, Outcome.Result result, Phrase summary, Map<String, Long> figures, List<Notice> notices) {
        Map<String, Long> all = new HashMap<>(plan.figures());
        all.putAll(figures);
        return new Outcome(
                plan.operation(), plan.repository(), result, summary, plan.version(), plan.channel(), all, notices);
    }
}

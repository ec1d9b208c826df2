package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.text.Formats;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.Map;

/** The few figures of a plan or a result that a person decides by, as cards. */
final class PlanFigures {

    private final Ui ui;
    private final Formats formats;

    PlanFigures(Ui ui) {
        this.ui = ui;
        this.formats = ui.texts().formats();
    }

    FigureCards of(Plan plan) {
        Map<String, Long> figures = plan.figures();
        FigureCards cards = new FigureCards();
        if (figures.containsKey("download.bytes")) {
            cards.add(ui.text("wizard.figure.download"), bytes(figures, "download.bytes"), ofTotal(figures));
        }
        if (figures.containsKey("share.bytes")) {
            cards.add(ui.text("wizard.figure.share"), bytes(figures, "share.bytes"), copied(figures));
        }
        if (figures.containsKey("send.bytes")) {
            cards.add(ui.text("wizard.figure.send"), bytes(figures, "send.bytes"), files(figures, "send.files"));
        }
        if (figures.containsKey("freed.bytes")) {
            cards.add(
                    ui.text("wizard.figure.freed"), bytes(figures, "freed.bytes"), ui.text("wizard.figure.freed.how"));
        }
        if (figures.containsKey("free.bytes")) {
            String now = ui.text("wizard.figure.free.now", "bytes", figures.get("free.bytes"));
            cards.add(ui.text("wizard.figure.free"), formats.bytes(freeAfter(figures)), now);
        }
        if (figures.getOrDefault("deltas", 0L) > 0) {
            long there = figures.getOrDefault("deltas.present", 0L);
            cards.add(
                    ui.text("wizard.figure.deltas"),
                    formats.number(figures.get("deltas")),
                    ui.text("wizard.figure.deltas.there", "count", there));
        }
        if (moves(plan)) {
            cards.add(ui.text("wizard.figure.channel"), channel(plan), from(plan));
        }
        return cards;
    }

    FigureCards of(Outcome outcome) {
        Map<String, Long> figures = outcome.figures();
        FigureCards cards = new FigureCards();
        add(cards, figures, "download.bytes", "wizard.figure.downloaded", files(figures, "download.files"));
        add(cards, figures, "sent.bytes", "wizard.figure.sent", files(figures, "send.files"));
        add(cards, figures, "share.bytes", "wizard.figure.shared", "");
        add(cards, figures, "total.bytes", "wizard.figure.total", files(figures, "total.files"));
        add(cards, figures, "freed.bytes", "wizard.figure.freed", "");
        if (figures.getOrDefault("deltas.made", 0L) > 0) {
            String bytes = ui.text("wizard.figure.deltas.bytes", "bytes", figures.getOrDefault("deltas.bytes", 0L));
            cards.add(ui.text("wizard.figure.deltas.made"), formats.number(figures.get("deltas.made")), bytes);
        }
        if (figures.containsKey("millis")) {
            String requests = figures.containsKey("requests")
                    ? ui.text("wizard.figure.requests", "count", figures.get("requests"))
                    : "";
            cards.add(ui.text("wizard.figure.time"), formats.duration(figures.get("millis")), requests);
        }
        return cards;
    }

    private void add(FigureCards cards, Map<String, Long> figures, String name, String key, String remark) {
        if (figures.getOrDefault(name, 0L) > 0) {
            cards.add(ui.text(key), bytes(figures, name), remark);
        }
    }

    private String files(Map<String, Long> figures, String name) {
        return figures.containsKey(name) ? ui.text("wizard.figure.files", "count", figures.get(name)) : "";
    }

    private String ofTotal(Map<String, Long> figures) {
        return figures.containsKey("total.bytes")
                ? ui.text("wizard.figure.of", "bytes", figures.get("total.bytes"))
                : files(figures, "download.files");
    }

    private String copied(Map<String, Long> figures) {
        long copied = figures.getOrDefault("copy.bytes", 0L);
        return copied > 0 ? ui.text("wizard.figure.copied", "bytes", copied) : ui.text("wizard.figure.copied.none");
    }

    private static long freeAfter(Map<String, Long> figures) {
        return figures.get("free.bytes")
                - figures.getOrDefault("download.bytes", 0L)
                - figures.getOrDefault("copy.bytes", 0L)
                + figures.getOrDefault("freed.bytes", 0L);
    }

    /** An update says so even when it moves none, for that is what one wants to know of it. */
    private static boolean moves(Plan plan) {
        return plan.operation() instanceof Operation.Update
                || plan.steps().stream().anyMatch(step -> step.action() == PlanStep.Action.FLIP);
    }

    private String channel(Plan plan) {
        return plan.channel().orElse(ui.text("wizard.figure.channel.none"));
    }

    private String from(Plan plan) {
        if (plan.channel().isEmpty()) {
            return ui.text("wizard.figure.channel.stay");
        }
        String before = Words.brief(plan.from().orElse("–"));
        String after = Words.brief(plan.version().orElse(before));
        return before.equals(after) ? before : before + " → " + after;
    }

    private String bytes(Map<String, Long> figures, String name) {
        return formats.bytes(figures.get(name));
    }
}

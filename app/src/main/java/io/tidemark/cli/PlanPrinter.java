package io.tidemark.cli;

import io.tidemark.model.Gate;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.text.Formats;

/** A plan in lines: steps with counts, gates, remarks, and the command that would carry it out. */
final class PlanPrinter {

    private final Face face;
    private final Output out;

    PlanPrinter(Face face) {
        this.face = face;
        this.out = face.out();
    }

    void print(Plan plan) {
        out.line(face.text("cli.plan", "repository", plan.repository()));
        Table table = new Table("llrrl");
        plan.steps().forEach(step -> table.row(cells(step)));
        table.print(out);
        plan.gates().forEach(this::gate);
        plan.notices().forEach(notice -> new NoticePrinter(face).print(notice, out));
        out.line(face.text(plan.nothingToDo() ? "cli.plan.nothing" : "cli.plan.dry"));
        out.line("$ " + ShellWords.join(plan.command()));
    }

    private String[] cells(PlanStep step) {
        Formats formats = face.texts().formats();
        return new String[] {
            "  " + face.text("action." + step.action()),
            step.subject(),
            step.files() < 0 ? "" : formats.number(step.files()),
            step.bytes() == 0 ? "" : formats.bytes(step.bytes()),
            face.texts().say(step.reason())
        };
    }

    private void gate(Gate gate) {
        String sentence = face.texts().say(gate.phrase());
        String mark = gate.open() ? (gate.override().isPresent() ? "! " : "✓ ") : "✗ ";
        out.line(mark + sentence);
        if (!gate.open()) {
            gate.override().ifPresent(way -> out.line("    " + face.texts().say(way)));
        }
    }
}

package io.tidemark.cli;

import io.tidemark.model.HostDrift;
import io.tidemark.text.UnifiedDiff;

/** How a host differs from its profile: what is as it should be in a line, files as a unified diff. */
final class DriftPrinter {

    private static final int CONTEXT = 3;

    private final Face face;
    private final Output out;

    DriftPrinter(Face face) {
        this.face = face;
        this.out = face.out();
    }

    void print(HostDrift drift) {
        out.line(face.text("cli.drift", "host", drift.host(), "system", drift.system(), "count", drift.differing()));
        drift.items().forEach(this::print);
    }

    private void print(HostDrift.Item item) {
        String mark =
                switch (item.state()) {
                    case SAME -> "✓ ";
                    case DIFFERENT -> "≠ ";
                    case MISSING -> "+ ";
                    case UNKNOWN -> "? ";
                    case IGNORED -> "· ";
                };
        out.line(mark
                + face.text(
                        "cli.because", "what", item.id(), "why", face.texts().say(item.detail())));
        if (item.drifted() && item.kind() == HostDrift.Kind.FILE) {
            new UnifiedDiff(item.actual().orElse(""), item.desired().orElse(""), CONTEXT)
                    .lines(item.actual().isPresent() ? item.id() : "/dev/null", item.id())
                    .forEach(out::line);
        } else if (item.drifted()) {
            item.actual().ifPresent(text -> out.line("    - " + text));
            item.desired().ifPresent(text -> out.line("    + " + text));
        }
    }
}

package io.tidemark.cli;

import io.tidemark.model.Channel;
import io.tidemark.model.Hold;
import io.tidemark.model.RepositoryStatus;
import java.util.List;

/** The state of repositories in words. */
final class StatusPrinter {

    private final Face face;

    StatusPrinter(Face face) {
        this.face = face;
    }

    void print(List<StatusLook> all) {
        if (all.isEmpty()) {
            face.out().line(face.text("cli.status.none"));
        }
        for (StatusLook look : all) {
            look.status().ifPresentOrElse(this::print, () -> line(look));
        }
    }

    /** One line for a monitoring system. */
    void line(StatusLook look) {
        String state = look.name() + " " + face.text("health." + look.health());
        String why = why(look);
        face.out().line(why.isEmpty() ? state : face.text("cli.because", "what", state, "why", why));
    }

    private String why(StatusLook look) {
        return look.problem()
                .map(face.texts()::what)
                .or(() -> look.status()
                        .flatMap(status -> status.notices().stream().findFirst())
                        .map(notice -> face.texts().say(notice.phrase())))
                .orElse("");
    }

    private void print(RepositoryStatus status) {
        Output out = face.out();
        out.line(face.text(
                "cli.status.head",
                "name",
                status.name(),
                "kind",
                status.kind(),
                "health",
                face.text("health." + status.health())));
        out.line("  " + face.text("cli.status.dir", "dir", status.dir()));
        out.line("  "
                + face.text(
                        "cli.status.versions",
                        "count",
                        status.versions(),
                        "newest",
                        status.newest().orElse("–"),
                        "free",
                        status.freeBytes()));
        status.channels().forEach(channel -> out.line("  " + channel(channel)));
        status.upstreamChecked().ifPresent(when -> out.line("  " + upstream(status, when)));
        status.writer()
                .ifPresent(writer -> out.line("  "
                        + face.text(
                                "cli.status.writer",
                                "actor",
                                writer.actor(),
                                "operation",
                                face.text("operation." + writer.operation()),
                                "since",
                                writer.since())));
        status.notices().forEach(notice -> new NoticePrinter(face).print(notice, out));
    }

    private String upstream(RepositoryStatus status, java.time.Instant when) {
        return status.upstreamOffers()
                .map(offer -> face.text("cli.status.offers", "when", when, "offer", offer))
                .orElseGet(() -> face.text("cli.status.current", "when", when));
    }

    private String channel(Channel channel) {
        String target = channel.target().orElse("–");
        String hold = channel.hold().map(this::hold).orElse("");
        return channel.name() + " → " + target + hold;
    }

    private String hold(Hold hold) {
        String since = face.text("cli.status.held", "since", hold.since(), "actor", hold.actor());
        return "  [" + (hold.reason().isEmpty() ? since : face.text("cli.because", "what", since, "why", hold.reason()))
                + "]";
    }
}

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

    void print(List<RepositoryStatus> all) {
        if (all.isEmpty()) {
            face.out().line(face.text("cli.status.none"));
        }
        all.forEach(this::print);
    }

    /** One line for a monitoring system. */
    void line(RepositoryStatus status) {
        String worst = status.notices().isEmpty()
                ? ""
                : ": " + face.texts().say(status.notices().getFirst().phrase());
        face.out().line(status.name() + " " + face.text("health." + status.health()) + worst);
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
        return "  [" + since + (hold.reason().isEmpty() ? "" : ": " + hold.reason()) + "]";
    }
}

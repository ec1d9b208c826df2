package io.tidemark.cli;

import io.tidemark.model.HostReport;
import io.tidemark.model.Lane;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;

/** What was found on a host, in words. */
final class ReportPrinter {

    private final Face face;
    private final Output out;

    ReportPrinter(Face face) {
        this.face = face;
        this.out = face.out();
    }

    void print(HostReport report) {
        out.line(
                face.text("cli.host.head", "host", report.host(), "system", report.system(), "when", report.checked()));
        report.problem().ifPresent(this::problem);
        for (HostReport.Finding finding : report.findings()) {
            new NoticePrinter(face).print(new Notice(finding.severity(), finding.phrase()), out);
        }
        report.repositories().forEach(this::copy);
    }

    private void problem(Problem problem) {
        out.line("✗ " + face.texts().what(problem));
        out.line("  " + face.text("cli.failed.next", "next", face.texts().next(problem)));
    }

    private void copy(HostReport.Copy copy) {
        out.line(face.text("cli.host.copy", "name", copy.name()));
        Table table = new Table("lrrl");
        copy.versions().forEach(version -> table.row(cells(version)));
        table.print(out);
        copy.lanes().forEach(lane -> out.line("  " + lane(lane)));
    }

    private String[] cells(HostReport.CopiedVersion version) {
        return new String[] {
            "  " + version.name(),
            version.files() < 0 ? "" : face.texts().formats().number(version.files()),
            version.bytes() < 0 ? "" : face.texts().formats().bytes(version.bytes()),
            version.complete() ? "" : face.text("cli.host.incomplete")
        };
    }

    private String lane(Lane lane) {
        String target = lane.spans().stream()
                .filter(span -> span.end().isEmpty())
                .map(Lane.Span::version)
                .findFirst()
                .orElse("–");
        String held = lane.hold()
                .map(hold -> "  [" + face.text("cli.status.held", "since", hold.since(), "actor", hold.actor()) + "]")
                .orElse("");
        return lane.channel() + " → " + target + held;
    }
}

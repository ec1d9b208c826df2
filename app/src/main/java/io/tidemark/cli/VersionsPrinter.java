package io.tidemark.cli;

import io.tidemark.model.Notice;
import io.tidemark.model.Version;
import io.tidemark.text.Formats;
import java.util.List;

/** Versions in a table. */
final class VersionsPrinter {

    private final Face face;

    VersionsPrinter(Face face) {
        this.face = face;
    }

    void print(List<Version> versions) {
        if (versions.isEmpty()) {
            face.out().line(face.text("cli.versions.none"));
            return;
        }
        Table table = new Table("lllrrrl");
        table.row(
                face.text("cli.column.version"),
                face.text("cli.column.state"),
                face.text("cli.column.created"),
                face.text("cli.column.files"),
                face.text("cli.column.size"),
                face.text("cli.column.new"),
                face.text("cli.column.channels"));
        versions.forEach(version -> table.row(cells(version)));
        table.print(face.out());
        versions.forEach(this::marks);
    }

    private void marks(Version version) {
        for (Notice mark : version.marks()) {
            String remark = face.texts().say(mark.phrase());
            face.out().line(face.text("cli.because", "what", version.name(), "why", remark));
        }
    }

    private String[] cells(Version version) {
        Formats formats = face.texts().formats();
        String pinned = version.pin()
                .map(reason -> " · " + face.text("cli.pinned", "reason", reason))
                .orElse("");
        return new String[] {
            version.name(),
            face.text("version.state." + version.state()),
            formats.time(version.created()),
            version.files() < 0 ? "–" : formats.number(version.files()),
            version.bytes() < 0 ? "–" : formats.bytes(version.bytes()),
            version.newBytes() < 0 ? "–" : formats.signedBytes(version.newBytes()),
            String.join(", ", version.channels()) + pinned
        };
    }
}

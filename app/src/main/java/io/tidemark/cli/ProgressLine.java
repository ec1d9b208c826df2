package io.tidemark.cli;

import io.tidemark.model.ProgressSample;
import io.tidemark.text.Texts;

/** Progress in one line. */
final class ProgressLine {

    private static final int WIDTH = 20;

    private ProgressLine() {}

    /** What begins now, for a pipe. */
    static String plain(ProgressSample sample, Texts texts) {
        String phase = texts.get("progress." + sample.phase());
        if (sample.totalFiles() < 0) {
            return phase;
        }
        return texts.get(
                sample.totalBytes() < 0 ? "cli.progress.files" : "cli.progress.files-bytes",
                "phase",
                phase,
                "files",
                sample.totalFiles(),
                "bytes",
                sample.totalBytes());
    }

    /** How far it is, for a terminal. */
    static String bar(ProgressSample sample, Texts texts) {
        StringBuilder line = new StringBuilder(texts.get("progress." + sample.phase()));
        double share = sample.fraction();
        if (share >= 0) {
            int full = (int) Math.round(share * WIDTH);
            line.append("  ").append("█".repeat(full)).append("░".repeat(WIDTH - full));
            line.append(' ').append(texts.formats().percent(share));
        }
        if (sample.totalFiles() > 0) {
            line.append("  ").append(texts.formats().number(sample.doneFiles()));
            line.append('/').append(texts.formats().number(sample.totalFiles()));
        }
        if (sample.bytesPerSecond() > 0) {
            line.append("  ").append(texts.formats().speed(sample.bytesPerSecond()));
        }
        return line.toString();
    }
}

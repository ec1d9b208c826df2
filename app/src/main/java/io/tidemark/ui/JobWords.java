package io.tidemark.ui;

import io.tidemark.model.JobRecord;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.ProgressSample;
import io.tidemark.text.Formats;
import io.tidemark.text.Texts;
import io.tidemark.ui.part.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What a job is called and how far it is, in the reader's language. */
public final class JobWords {

    private final Texts texts;

    /** Words of one language. */
    public JobWords(Texts texts) {
        this.texts = texts;
    }

    /** The stable name of an operation, as in its text keys. */
    public static String name(Operation operation) {
        return switch (operation) {
            case Operation.Init init -> "init";
            case Operation.Adopt adopt -> "adopt";
            case Operation.GiveBack back -> "give-back";
            case Operation.Seal seal -> "seal";
            case Operation.ShareCopies copies -> "share-copies";
            case Operation.Update update -> "update";
            case Operation.Sync sync -> "sync";
            case Operation.Snapshot snapshot -> "snapshot";
            case Operation.Promote promote -> "promote";
            case Operation.Rollback rollback -> "rollback";
            case Operation.Release release -> "release";
            case Operation.Pin pin -> "pin";
            case Operation.Unpin unpin -> "unpin";
            case Operation.Verify verify -> "verify";
            case Operation.Prune prune -> "prune";
            case Operation.Configure configure -> "configure";
            case Operation.MakeDeltas deltas -> "make-deltas";
            case Operation.Publish publish -> "host-publish";
            case Operation.SwitchThere moved -> "host-switch";
            case Operation.RollbackThere rollback -> "host-rollback";
            case Operation.ReleaseThere release -> "host-release";
            case Operation.Provision provision -> "host-provision";
        };
    }

    /** The icon of an operation. */
    public static Ikon icon(Operation operation) {
        return switch (operation) {
            case Operation.Init init -> Feather.PLUS_CIRCLE;
            case Operation.Adopt adopt -> Feather.FOLDER_PLUS;
            case Operation.GiveBack back -> Feather.FOLDER_MINUS;
            case Operation.Seal seal -> Feather.ARCHIVE;
            case Operation.ShareCopies copies -> Feather.COPY;
            case Operation.Update update -> Feather.DOWNLOAD;
            case Operation.Sync sync -> Feather.REFRESH_CW;
            case Operation.Snapshot snapshot -> Feather.CAMERA;
            case Operation.Promote promote -> Feather.ARROW_UP_CIRCLE;
            case Operation.Rollback rollback -> Feather.ROTATE_CCW;
            case Operation.Release release -> Feather.UNLOCK;
            case Operation.Pin pin -> Feather.MAP_PIN;
            case Operation.Unpin unpin -> Feather.MAP_PIN;
            case Operation.Verify verify -> Feather.SHIELD;
            case Operation.Prune prune -> Feather.SCISSORS;
            case Operation.Configure configure -> Feather.SETTINGS;
            case Operation.MakeDeltas deltas -> Feather.LAYERS;
            case Operation.Publish publish -> Feather.UPLOAD_CLOUD;
            case Operation.SwitchThere moved -> Feather.ARROW_UP_CIRCLE;
            case Operation.RollbackThere rollback -> Feather.ROTATE_CCW;
            case Operation.ReleaseThere release -> Feather.UNLOCK;
            case Operation.Provision provision -> Feather.SERVER;
        };
    }

    /** What a plan does, in a few words: {@code Update to 3.15.6}. */
    public String title(Plan plan) {
        String version = Words.brief(plan.version().orElse(""));
        String channel = plan.channel().orElse("");
        String verb = texts.get("operation." + name(plan.operation()));
        return switch (plan.operation()) {
            case Operation.Update update when !version.isEmpty() -> texts.get("ui.job.update", "version", version);
            case Operation.Promote promote ->
                texts.get("ui.job.promote", "version", Words.brief(promote.version()), "channel", promote.channel());
            case Operation.Rollback rollback
            when !version.isEmpty() -> texts.get("ui.job.rollback", "version", version, "channel", rollback.channel());
            case Operation.Prune prune
            when !prune.versions().isEmpty() -> Words.stamped(verb + " " + String.join(", ", prune.versions()));
            case Operation.Verify all when all.version().isEmpty() -> texts.get("ui.job.verify.all");
            case Operation other -> (verb + " " + (version.isEmpty() ? channel : version)).strip();
        };
    }

    /** What a job does now: {@code fetching, 132 of 212 files}. */
    public String doing(JobRecord job) {
        ProgressSample sample = job.progress();
        String phase = texts.has("progress." + sample.phase())
                ? texts.get("progress." + sample.phase())
                : texts.get("job.state." + job.state());
        String files = files(sample);
        return files.isEmpty() ? phase : phase + " · " + files;
    }

    /** Files done, or an empty text where nothing is counted. */
    public String files(ProgressSample sample) {
        Formats formats = texts.formats();
        if (sample.totalFiles() > 0) {
            return texts.get("ui.job.files", "done", formats.number(sample.doneFiles()), "total", sample.totalFiles());
        }
        return sample.totalBytes() > 0
                ? texts.get(
                        "ui.job.bytes",
                        "done",
                        formats.bytes(sample.doneBytes()),
                        "total",
                        formats.bytes(sample.totalBytes()))
                : "";
    }

    /** How long it will still take, once that can be said. */
    public Optional<String> left(ProgressSample sample) {
        if (sample.totalBytes() <= 0 || sample.bytesPerSecond() <= 0) {
            return Optional.empty();
        }
        long seconds = Math.max(1, (sample.totalBytes() - sample.doneBytes()) / sample.bytesPerSecond());
        return Optional.of(texts.get(
                "ui.job.left", "span", texts.formats().duration(Math.max(1000, coarse(seconds) * 1000))));
    }

    /** What a queued job waits for: the title of that job where it is among the known ones. */
    public Optional<String> waitsFor(JobRecord job, List<JobRecord> known) {
        return job.waitsFor()
                .map(command -> known.stream()
                        .filter(other ->
                                String.join(" ", other.plan().command()).equals(command))
                        .map(other -> title(other.plan()))
                        .findFirst()
                        .orElse(command));
    }

    /** How long an ended job took. */
    public Optional<String> took(JobRecord job) {
        return job.started()
                .flatMap(start -> job.ended()
                        .map(end -> texts.formats()
                                .duration(Duration.between(start, end).toMillis())));
    }

    /** The name of a state in lower case, as it stands in a sentence. */
    public String state(JobRecord job) {
        return texts.get("job.state." + job.state()).toLowerCase(Locale.ROOT);
    }

    /** Whole minutes above two of them: a figure that jumps every second helps nobody. */
    private static long coarse(long seconds) {
        return seconds < 120 ? seconds : seconds / 60 * 60;
    }
}

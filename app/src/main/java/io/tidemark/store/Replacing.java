package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Puts new content into a small file of ours: settings, the record of a version. */
final class Replacing implements Doer {

    private static final int LARGEST = 1 << 24;

    private final Home home;
    private final Step.Replace step;

    Replacing(Home home, Step.Replace step) {
        this.home = home;
        this.step = step;
    }

    /** The step that changes the settings. */
    static Step.Replace settings(byte[] before, byte[] after) {
        return new Step.Replace("", Layout.CONFIG, text(before), text(after));
    }

    /** The step that changes the record of a version. */
    static Step.Replace record(VersionRecord before, VersionRecord after) {
        String dir = Layout.VERSIONS + "/" + before.name();
        return new Step.Replace(dir, Layout.RECORD, text(Json.write(before)), text(Json.write(after)));
    }

    @Override
    public void act() throws ProblemException {
        if (!begun()) {
            put(step.after());
        }
    }

    @Override
    public boolean begun() throws ProblemException {
        try (Dir dir = home.dir(place())) {
            Optional<byte[]> now = home.read(dir, step.name(), LARGEST);
            return now.isPresent() && text(now.get()).equals(step.after());
        }
    }

    @Override
    public void undo() throws ProblemException {
        if (begun()) {
            put(step.before());
        }
    }

    private void put(String content) throws ProblemException {
        try (Dir dir = home.dir(place())) {
            home.replace(dir, step.name(), content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String place() {
        return step.dir().isEmpty() ? "." : step.dir();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package io.tidemark.schedule;

import io.tidemark.model.ForeignWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds services of systemd that write into a tree, most of them started by a timer. */
final class Units {

    private final SystemPlaces places;

    Units(SystemPlaces places) {
        this.places = places;
    }

    List<ForeignWriter> writing(WritingRule rule) {
        List<ForeignWriter> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path directory : places.units()) {
            for (Path unit : SmallFiles.list(directory, "*.service")) {
                boolean wins = seen.add(level(directory) + unit.getFileName());
                if (wins && !masked(unit)) {
                    writer(unit, rule).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<ForeignWriter> writer(Path unit, WritingRule rule) {
        return writer(unit, text(unit), rule);
    }

    /** What a unit of that text runs, if it writes. */
    static Optional<ForeignWriter> writer(Path unit, String text, WritingRule rule) {
        List<String> lines =
                text.replace("\\\n", " ").lines().map(String::strip).toList();
        Optional<Path> cwd = lines.stream()
                .filter(line -> line.startsWith("WorkingDirectory=/"))
                .map(line -> Path.of(line.substring("WorkingDirectory=".length())))
                .findFirst();
        return lines.stream()
                .filter(line -> line.startsWith("Exec"))
                .map(line -> line.replaceFirst("^Exec[A-Za-z]*\\s*=\\s*[-@:+!|]*", "")
                        .replace("%%", "%"))
                .filter(command -> rule.writes(command, cwd))
                .findFirst()
                .map(command -> new ForeignWriter(ForeignWriter.Kind.TIMER, unit.toString(), command, false));
    }

    /** A unit and its drop-ins. */
    private static String text(Path unit) {
        StringBuilder text = new StringBuilder(SmallFiles.text(unit).orElse(""));
        for (Path more : SmallFiles.list(unit.resolveSibling(unit.getFileName() + ".d"), "*.conf")) {
            text.append('\n').append(SmallFiles.text(more).orElse(""));
        }
        return text.toString();
    }

    private static boolean masked(Path unit) {
        try {
            return Files.isSymbolicLink(unit) && Files.readSymbolicLink(unit).equals(Path.of("/dev/null"));
        } catch (IOException gone) {
            return true;
        }
    }

    private static String level(Path directory) {
        return directory.getFileName() + "/";
    }
}

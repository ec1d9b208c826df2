package io.tidemark.schedule;

import io.tidemark.model.ForeignWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds running programs that write into a tree: those that hold a file there open for writing, and those whose command
 * line says so. Processes of other users show less of themselves.
 */
final class Processes {

    private static final int ACCESS_MODE = 3;

    private final SystemPlaces places;

    Processes(SystemPlaces places) {
        this.places = places;
    }

    List<ForeignWriter> writing(TreePaths tree) {
        WritingRule rule = new WritingRule(tree, false);
        List<ForeignWriter> found = new ArrayList<>();
        for (Path process : SmallFiles.list(places.proc(), "[0-9]*")) {
            String pid = process.getFileName().toString();
            List<String> words = words(process);
            if (!pid.equals(Long.toString(places.self())) && !words.isEmpty() && !ours(words)) {
                ShellCommand command = new ShellCommand(words, List.of(), link(process.resolve("cwd")));
                if (holdsOpen(process, tree) || rule.writes(command)) {
                    String what = String.join(" ", words);
                    found.add(new ForeignWriter(ForeignWriter.Kind.PROCESS, pid, what, false));
                }
            }
        }
        return found;
    }

    private static boolean holdsOpen(Path process, TreePaths tree) {
        for (Path fd : SmallFiles.list(process.resolve("fd"), "*")) {
            boolean there = link(fd).filter(path -> path.isAbsolute() && tree.inside(path))
                    .isPresent();
            if (there && forWriting(process.resolve("fdinfo").resolve(fd.getFileName()))) {
                return true;
            }
        }
        return false;
    }

    /** The flags line is octal; its lowest two bits are the access mode of open(2). */
    private static boolean forWriting(Path info) {
        return SmallFiles.text(info)
                .orElse("")
                .lines()
                .filter(line -> line.matches("flags:\\s+[0-7]+"))
                .map(line -> Long.parseLong(line.replaceFirst("flags:\\s+", ""), 8))
                .anyMatch(flags -> (flags & ACCESS_MODE) != 0);
    }

    private static List<String> words(Path process) {
        try {
            String raw = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
            return raw.isEmpty() ? List.of() : List.of(raw.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Other consoles of our own are told apart by the repository's lock. */
    private static boolean ours(List<String> words) {
        return words.stream()
                .anyMatch(w -> w.contains("io.tidemark") || ShellCommand.name(w).equals("tidemark"));
    }

    private static Optional<Path> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException hidden) {
            return Optional.empty();
        }
    }
}

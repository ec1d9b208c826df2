package io.tidemark.schedule;

import io.tidemark.model.ForeignWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds running programs that write into a tree: those that hold a file there open for writing, and those whose command
 * line says so. Processes of other users show less of themselves.
 */
final class Processes {

    private static final int ACCESS_MODE = 3;
    private static final int MOST_ABOVE = 8;
    /** After the name in brackets, which may hold anything, come state and parent (proc(5)). */
    private static final Pattern PARENT = Pattern.compile("(?s).*\\) \\S (\\d+)");

    private final SystemPlaces places;

    Processes(SystemPlaces places) {
        this.places = places;
    }

    List<ForeignWriter> writing(TreePaths tree) {
        TreePaths published = tree.published();
        List<ForeignWriter> found = new ArrayList<>();
        for (Path process : SmallFiles.list(places.proc(), "[0-9]*")) {
            List<String> words = words(process);
            if (!isSelf(process) && !words.isEmpty() && !ours(words) && writes(process, words, tree)) {
                if (writes(process, words, published)) {
                    found.add(found(ForeignWriter.Kind.PROCESS, process, words));
                } else if (!helps(process)) {
                    found.add(found(ForeignWriter.Kind.LEFTOVER, process, words));
                }
            }
        }
        return found;
    }

    private static ForeignWriter found(ForeignWriter.Kind kind, Path process, List<String> words) {
        return new ForeignWriter(kind, process.getFileName().toString(), String.join(" ", words), false);
    }

    private boolean isSelf(Path process) {
        return process.getFileName().toString().equals(Long.toString(places.self()));
    }

    private static boolean writes(Path process, List<String> words, TreePaths tree) {
        ShellCommand command = new ShellCommand(words, List.of(), link(process.resolve("cwd")));
        return holdsOpen(process, tree) || new WritingRule(tree, false).writes(command);
    }

    /** Whether a Tidemark that still runs started it, or started what did. */
    private boolean helps(Path process) {
        Path above = process;
        for (int i = 0; i < MOST_ABOVE; i++) {
            Matcher parent =
                    PARENT.matcher(SmallFiles.text(above.resolve("stat")).orElse(""));
            if (!parent.find()) {
                return false;
            }
            above = places.proc().resolve(parent.group(1));
            if (isSelf(above) || ours(words(above))) {
                return true;
            }
        }
        return false;
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

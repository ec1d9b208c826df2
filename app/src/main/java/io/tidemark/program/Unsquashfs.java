package io.tidemark.program;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads squashfs images with the program {@code unsquashfs}, without mounting them and without being root. Images are
 * hostile: what is taken out of one is looked at before, so that only small regular files with plain names come, into a
 * directory that nobody else can enter. Safe for all threads.
 */
public final class Unsquashfs {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int MOST_LISTED = 64 << 20;
    private static final String ROOT = "squashfs-root";
    private static final Pattern LINE = Pattern.compile(
            "([-dlbcps])[-rwxsStTlL]{9} +\\d+/\\d+ +(\\d+)(?:, *\\d+)? +\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} " + ROOT
                    + "/(.+)");
    private static final Predicate<String> PLAIN =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,120}").asMatchPredicate();

    private final ProgramRunner runner;

    /** The {@code unsquashfs} found on this search path. */
    public Unsquashfs(String path) {
        this.runner = new ProgramRunner(LONGEST, path, MOST_LISTED);
    }

    /** How much may be taken out of an image: number of files, and bytes of all together. */
    public record Bounds(int files, long bytes) {}

    /**
     * One entry of an image.
     *
     * @param path below the root of the image; not to be trusted
     * @param type as {@code ls} writes it: {@code -} a file, {@code d} a directory, {@code l} a link …
     * @param size bytes of a file
     */
    public record Listed(String path, char type, long size) {}

    /**
     * Everything in an image, in the order of its directories, which is also the order in which their data mostly lie.
     *
     * @throws ProblemException {@code program.missing}, {@code program.time}; {@code squashfs.read} if it cannot be read
     */
    public List<Listed> list(Path image) throws ProblemException, InterruptedException {
        return listed(image, List.of());
    }

    /**
     * The files right in a directory of an image whose names have this end, by name; none where there is no such
     * directory.
     *
     * @throws ProblemException {@code program.missing}, {@code program.time}; {@code squashfs.read} if the image cannot be
     *     read, {@code squashfs.bounds} if there is more than allowed
     */
    public SortedMap<String, byte[]> read(Path image, String directory, String suffix, Bounds bounds)
            throws ProblemException, InterruptedException {
        List<String> wanted = new ArrayList<>();
        long bytes = 0;
        for (Listed each : listed(image, List.of(directory + "/*" + suffix))) {
            if (each.type() == '-' && isWanted(each.path(), directory, suffix)) {
                wanted.add(each.path());
                bytes += each.size();
            }
            if (wanted.size() > bounds.files() || bytes > bounds.bytes() || bytes < 0) {
                throw problem("squashfs.bounds", image, each.path());
            }
        }
        return wanted.isEmpty() ? new TreeMap<>() : extracted(image, wanted, bounds);
    }

    private static boolean isWanted(String path, String directory, String suffix) {
        return path.startsWith(directory + "/")
                && path.endsWith(suffix)
                && PLAIN.test(path.substring(directory.length() + 1));
    }

    private List<Listed> listed(Path image, List<String> patterns) throws ProblemException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unsquashfs", "-p", "1", "-lln", absolute(image)));
        command.addAll(patterns);
        ProgramRunner.Finished finished = runner.run(command, "");
        if (finished.exit() != 0 || !finished.whole()) {
            throw problem("squashfs.read", image, finished.output());
        }
        List<Listed> all = new ArrayList<>();
        for (String line : finished.output().split("\n")) {
            Matcher entry = LINE.matcher(line);
            if (entry.matches() && entry.group(2).length() <= 18) {
                all.add(new Listed(entry.group(3), entry.group(1).charAt(0), Long.parseLong(entry.group(2))));
            }
        }
        return all;
    }

    private SortedMap<String, byte[]> extracted(Path image, List<String> files, Bounds bounds)
            throws ProblemException, InterruptedException {
        try {
            Path scratch = Files.createTempDirectory("tidemark-squashfs-");
            try {
                return extracted(image, files, scratch.resolve(ROOT), bounds);
            } finally {
                delete(scratch);
            }
        } catch (IOException failed) {
            throw problem("squashfs.read", image, failed.toString());
        }
    }

    private SortedMap<String, byte[]> extracted(Path image, List<String> files, Path into, Bounds bounds)
            throws ProblemException, IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("unsquashfs", "-n", "-no-xattrs", "-p", "1", "-d", into.toString()));
        command.add(absolute(image));
        command.addAll(files);
        ProgramRunner.Finished finished = runner.run(command, "");
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (String file : files) {
            Path path = into.resolve(file);
            if (finished.exit() != 0 || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw problem("squashfs.read", image, finished.output());
            }
            try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                contents.put(path.getFileName().toString(), in.readNBytes((int) Math.min(bounds.bytes(), 1 << 30)));
            }
        }
        return contents;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static String absolute(Path image) {
        return image.toAbsolutePath().toString();
    }

    private static ProblemException problem(String code, Path image, String details) {
        return new ProblemException(
                Problem.of(code, Problem.Category.REFUSED, "object", image).with(details));
    }
}

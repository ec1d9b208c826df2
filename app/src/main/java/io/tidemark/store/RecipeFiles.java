package io.tidemark.store;

import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The texts that versions are composed of, and what they said before. Those kept with the repository lie in {@code
 * .tidemark/recipes/}, plain files beside each other, for the program that composes reads them there; others lie where people
 * put them. Of each every saved text stays in {@code .tidemark/recipes/history/ID/}, with time and who. Reading is for
 * everybody, writing goes through {@link WriteSession#saveRecipe}. Safe for all threads.
 */
public final class RecipeFiles {

    /** Permission bits of a text; nobody else reaches those that are kept, but some are copied into what is composed. */
    public static final int MODE = 0644;

    /** The longest text in bytes. */
    public static final int LARGEST = 1 << 20;

    /** How files of the history end; what else somebody put there is left alone. */
    static final String SAVED = ".json";

    private static final String TOO_LONG = "more than " + LARGEST + " bytes";
    private static final String NO_FILE = "not a file";

    private final Disk disk;
    private final Path root;

    RecipeFiles(Disk disk, Path root) {
        this.disk = disk;
        this.root = root;
    }

    /**
     * Where a place of a recipe leads: a file kept with the repository by its name, another one by its absolute path.
     *
     * @throws ProblemException {@code store.recipe} if it is neither
     */
    public static Path file(Path root, String place) throws ProblemException {
        boolean name = Names.validVersion(place) && !place.equals(Layout.HISTORY);
        if (!name && !place.startsWith("/")) {
            throw wrong(place, "neither a name nor an absolute path");
        }
        return root.resolve(Layout.OWN).resolve(Layout.RECIPES).resolve(place);
    }

    /** What the file at a place says; empty if there is none. */
    public Optional<String> text(String place) throws ProblemException {
        Path file = file(root, place);
        if (place.startsWith("/")) {
            return read(file);
        }
        try (Home home = Home.open(disk, root)) {
            return text(home, place);
        }
    }

    /** The same of a kept file. No link is followed: what one of a group plants there would be read with another's rights. */
    static Optional<String> text(Home home, String place) throws ProblemException {
        Optional<Stat> there = stat(home, place);
        Path file = file(home.path, place);
        if (there.isPresent() && (!there.get().isFile() || there.get().size() > LARGEST)) {
            throw wrong(file, there.get().isFile() ? TOO_LONG : NO_FILE);
        }
        if (there.isEmpty()) {
            return Optional.empty();
        }
        try (Dir dir = home.dir(Layout.RECIPES)) {
            Optional<byte[]> bytes = home.read(dir, place, LARGEST);
            return bytes.isPresent() ? Optional.of(text(file, bytes.get())) : Optional.empty();
        }
    }

    /** What the file system knows of a kept file. */
    static Optional<Stat> stat(Home home, String place) throws ProblemException {
        if (!there(home, Layout.RECIPES)) {
            return Optional.empty();
        }
        try (Dir dir = home.dir(Layout.RECIPES)) {
            return home.disk.stat(dir, Disk.raw(place));
        }
    }

    /**
     * What a small text file says, wherever it lies; empty if there is none.
     *
     * @throws ProblemException {@code store.recipe} if it is no text, too long or cannot be read
     */
    public static Optional<String> read(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw wrong(file, NO_FILE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return Optional.of(text(file, bytes));
        } catch (IOException failed) {
            throw wrong(file, failed.toString());
        }
    }

    private static String text(Path file, byte[] bytes) throws ProblemException {
        if (bytes.length > LARGEST) {
            throw wrong(file, TOO_LONG);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw wrong(file, "not UTF-8");
        }
    }

    /** The permission bits of a small file, wherever it lies; those of a text where nobody can say. */
    public static int mode(Path file) {
        try {
            return (int) Files.getAttribute(file, "unix:mode") & 0777;
        } catch (IOException unknown) {
            return MODE;
        }
    }

    static ProblemException wrong(Object file, String why) {
        return new ProblemException(Problem.of("store.recipe", Problem.Category.REFUSED, "object", file, "found", why));
    }

    /** What was saved under an id, the newest first. */
    public List<Saved> history(String id) throws ProblemException {
        try (Home home = Home.open(disk, root)) {
            return history(home, id);
        }
    }

    static List<Saved> history(Home home, String id) throws ProblemException {
        String place = Layout.RECIPES + "/" + Layout.HISTORY;
        for (String each : List.of(Layout.RECIPES, place, place + "/" + Names.requireVersion(id))) {
            if (!there(home, each)) {
                return List.of();
            }
        }
        try (Dir dir = home.dir(place + "/" + id)) {
            List<Saved> all = new ArrayList<>();
            for (DirEntry entry : home.disk.list(dir)) {
                boolean ours = entry.text().endsWith(SAVED);
                Optional<byte[]> bytes = ours ? home.read(dir, entry.text(), LARGEST * 8) : Optional.empty();
                if (bytes.isPresent()) {
                    all.add(Json.read(bytes.get(), Saved.class, Saved.FORMAT, dir.path(entry.name())));
                }
            }
            all.sort(Comparator.comparingLong(Saved::number).reversed());
            return all;
        }
    }

    private static boolean there(Home home, String directory) throws ProblemException {
        int slash = directory.lastIndexOf('/');
        try (Dir above = home.dir(slash < 0 ? "." : directory.substring(0, slash))) {
            return home.disk
                    .stat(above, Disk.raw(directory.substring(slash + 1)))
                    .isPresent();
        }
    }

    /**
     * A text as it was saved once.
     *
     * @param number from 1, in the order of saving
     * @param time when; for people, never for order
     * @param actor who; empty where somebody changed the file without this program and it was found so
     * @param place name or absolute path of the file
     */
    public record Saved(int format, long number, Instant time, String actor, String place, String text) {

        static final int FORMAT = 1;
    }
}

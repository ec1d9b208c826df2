package io.tidemark.kind;

import io.tidemark.store.RecipeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What files are recognised by that composing reads beside a recipe, so that nobody overlooks what others changed: small ones
 * by the SHA-256 of their content, larger ones by size, time and number. Reads only; safe for all threads.
 */
public final class RecipeMarks {

    private static final int MOST = 1000;
    private static final String NONE = "";

    private RecipeMarks() {}

    /** A mark for each file by its path; an empty one where there is no such file. */
    public static Map<String, String> of(Collection<Path> files) {
        Map<String, String> marks = new TreeMap<>();
        files.stream().limit(MOST).forEach(file -> marks.put(file.toString(), of(file)));
        return marks;
    }

    /** The files that have another mark in one than in the other, or none, sorted. */
    public static List<String> differing(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        files.removeIf(file -> Objects.equals(before.get(file), after.get(file)));
        return List.copyOf(files);
    }

    private static String of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.isRegularFile() && found.size() <= RecipeFiles.LARGEST
                    ? digest(Files.readAllBytes(file))
                    : found.size() + " " + found.lastModifiedTime() + " " + found.fileKey();
        } catch (NoSuchFileException none) {
            return NONE;
        } catch (IOException unreadable) {
            return unreadable.getClass().getSimpleName();
        }
    }

    /** What bytes are recognised by. */
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

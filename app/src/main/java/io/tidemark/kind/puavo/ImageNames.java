package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageName;
import io.tidemark.model.Names;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File names of images and deltas, split where the programs of puavo-os split them. Stricter than those: a name that two
 * of them would read differently is none.
 */
final class ImageNames {

    /** Oldest first; images of one time by their names. */
    static final Comparator<ImageName> BY_AGE =
            Comparator.comparing(ImageName::version).thenComparing(ImageName::id);

    static final String SUFFIX = ".img";

    private static final int LONGEST = 255;
    private static final String WORD = "[a-z0-9][a-z0-9.+_]*";
    private static final String STAMP = "\\d{4}-\\d{2}-\\d{2}-\\d{6}";
    private static final Pattern IMAGE =
            Pattern.compile("(" + WORD + "(?:-" + WORD + ")+)-(" + STAMP + ")-([a-z0-9_]+)\\.img");
    private static final Pattern DELTA =
            Pattern.compile("(" + WORD + "(?:-" + WORD + ")+)-(" + STAMP + ")--(" + STAMP + ")-([a-z0-9_]+)\\.rdiff");
    /** Where the clients look for the version, and take the first they find. */
    private static final Pattern VERSION = Pattern.compile("-\\d+-\\d+-\\d+-\\d+");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withResolverStyle(ResolverStyle.STRICT);

    private ImageNames() {}

    /** What the file name of a delta says: the stamps of the images that it starts from and leads to. */
    record DeltaName(String source, String target) {}

    /** What a file name says; empty if it names no image. */
    static Optional<ImageName> image(String file) {
        Matcher name = file.length() > LONGEST ? IMAGE.matcher("") : IMAGE.matcher(file);
        if (!name.matches() || !plain(file, name.end(1)) || time(name.group(2)).isEmpty()) {
            return Optional.empty();
        }
        String id = file.substring(0, file.length() - SUFFIX.length());
        return Optional.of(new ImageName(id, file, name.group(1), name.group(2), name.group(3), digits(name.group(2))))
                .filter(image -> Names.validVersion(image.id()) && Names.validLink(series(image)));
    }

    /** What a file name says; empty if it names no delta. */
    static Optional<DeltaName> delta(String file) {
        Matcher name = file.length() > LONGEST ? DELTA.matcher("") : DELTA.matcher(file);
        return name.matches() && plain(file, name.end(1))
                ? Optional.of(new DeltaName(digits(name.group(2)), digits(name.group(3))))
                : Optional.empty();
    }

    static String delta(ImageName from, ImageName to) {
        return from.prefix() + "-" + from.stamp() + "--" + to.stamp() + "-" + from.arch() + ".rdiff";
    }

    static String series(ImageName image) {
        return image.prefix() + "-" + image.arch();
    }

    /** The time of the build, UTC; empty if there is no such time. */
    static Optional<LocalDateTime> time(String stamp) {
        try {
            LocalDateTime time = LocalDateTime.parse(stamp, TIME);
            return time.getYear() > 0 ? Optional.of(time) : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** The time of the build of an image. */
    static Instant instant(ImageName image) {
        return time(image.stamp()).orElseThrow().toInstant(ZoneOffset.UTC);
    }

    /** Whether the first thing that looks like a version is the stamp. */
    private static boolean plain(String file, int stamp) {
        Matcher version = VERSION.matcher(file);
        return version.find() && version.start() == stamp;
    }

    private static String digits(String stamp) {
        return stamp.replace("-", "");
    }
}

package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageSettings.Defaults;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads and writes what {@code defaults.mk} of puavo-os settles for the publishing of images. */
final class MakeDefaults {

    private static final String IMAGES = "image_dir";
    private static final String BASE = "images_urlbase";
    private static final String MIRROR = "mirror_dir";
    private static final String SUITE = "debootstrap_suite";
    private static final String HOST = "remote_mirror";

    /** Signs that make takes for something else, or the shell that it hands values to. */
    private static final Pattern MISREAD = Pattern.compile("[\\s\\p{Cntrl}#$\\\\'\"`;&|<>()*?\\[\\]{}!]");

    private MakeDefaults() {}

    /** What the text settles; the rest is as the Makefile has it. */
    static Defaults read(String where, String text) throws ProblemException {
        Map<String, String> preset = new LinkedHashMap<>();
        preset.put(IMAGES, "/srv/puavo-os-images");
        preset.put(HOST, "cdn.puavo.org");
        preset.put(SUITE, "bookworm");
        Map<String, String> values = new MakeAssignments(where, preset).read(text);
        return new Defaults(
                values.get(IMAGES),
                values.getOrDefault(BASE, "https://" + values.get(HOST)),
                values.getOrDefault(MIRROR, values.get(IMAGES) + "/" + Places.MIRROR),
                values.get(SUITE));
    }

    /** The text that settles all of it. */
    static String write(Defaults all) throws ProblemException {
        return line(IMAGES, all.images())
                + line(BASE, all.base())
                + line(MIRROR, all.mirror())
                + line(SUITE, all.suite());
    }

    private static String line(String name, String value) throws ProblemException {
        if (value.isEmpty() || MISREAD.matcher(value).find()) {
            throw new ProblemException(Problem.of(
                    "puavo.make",
                    Problem.Category.REFUSED,
                    "object",
                    name,
                    "value",
                    EntryPath.of(value).text()));
        }
        return name + " := " + value + "\n";
    }
}

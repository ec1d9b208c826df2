package io.tidemark.engine.image;

import io.tidemark.engine.Deltas;
import io.tidemark.engine.Images.Procedure;
import io.tidemark.engine.delta.FreshFile;
import io.tidemark.kind.ImageSeries;
import io.tidemark.kind.ImageSettings;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The working tree of the original procedure: its lists of images, and its settings for make. */
final class WorkTree {

    private static final int LARGEST = 16 << 20;
    private static final String SUFFIX = ".img";

    private final ImageSettings settings;
    private final Path images;

    WorkTree(ImageSettings settings, Path images) {
        this.settings = settings;
        this.images = images;
    }

    /** What the images make by custom. */
    Procedure byCustom() throws ProblemException {
        List<ImageSeries> all = new ArrayList<>();
        settings.byCustom(files()).values().forEach(all::addAll);
        return procedure(all);
    }

    /** What the lists of a working tree say; images that are not there do not count. */
    Procedure configured(Path tree) throws ProblemException {
        List<ImageSeries> all = new ArrayList<>();
        for (String suite : settings.byCustom(files()).keySet()) {
            Path file = tree.resolve(settings.seriesPath(suite));
            if (Files.isRegularFile(file)) {
                all.addAll(settings.readSeries(file.toString(), read(file)));
            }
        }
        return procedure(all);
    }

    /** Writes lists and settings; the files that were written. */
    List<String> write(Path tree, String mirror, String base) throws ProblemException {
        SortedMap<String, List<ImageSeries>> suites = settings.byCustom(files());
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, List<ImageSeries>> suite : suites.entrySet()) {
            Path file = tree.resolve(settings.seriesPath(suite.getKey()));
            written.add(write(file, settings.writeSeries(suite.getValue())));
        }
        if (!suites.isEmpty()) {
            ImageSettings.Defaults defaults =
                    new ImageSettings.Defaults(images.toString(), base, mirror, suites.lastKey());
            byte[] text = settings.writeDefaults(defaults).getBytes(StandardCharsets.UTF_8);
            written.add(write(tree.resolve(settings.defaultsPath()), text));
        }
        return written;
    }

    private static String write(Path file, byte[] content) throws ProblemException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException failed) {
            throw FreshFile.unwritable(file, failed);
        }
        try (FreshFile fresh = FreshFile.begin(new Deltas.Target(file.toString(), true))) {
            fresh.channel().write(ByteBuffer.wrap(content));
            fresh.finish();
            return file.toString();
        } catch (IOException failed) {
            throw FreshFile.unwritable(file, failed);
        }
    }

    private Procedure procedure(List<ImageSeries> all) throws ProblemException {
        Map<String, List<String>> series = new TreeMap<>();
        Map<String, List<String>> extras = new TreeMap<>();
        Set<String> there = Set.copyOf(files());
        for (ImageSeries each : all) {
            series.put(
                    each.name(),
                    ids(each.images().stream().filter(there::contains).toList()));
            each.extras().forEach((target, sources) -> extras.put(id(target), ids(sources)));
        }
        return new Procedure(series, extras);
    }

    private static List<String> ids(List<String> files) {
        return files.stream().map(WorkTree::id).toList();
    }

    private static String id(String file) {
        return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    }

    private List<String> files() throws ProblemException {
        try (Stream<Path> files = Files.list(images)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(images, unreadable);
        }
    }

    private static byte[] read(Path file) throws ProblemException {
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(file, new IOException("more than " + LARGEST + " bytes"));
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static ProblemException unreadable(Path path, IOException cause) {
        Problem problem = Problem.of("plan.unreadable", Problem.Category.STORAGE, "object", path);
        return new ProblemException(problem.with(cause.toString()), cause);
    }
}

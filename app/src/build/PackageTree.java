import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lays the ready-to-run tree in {@code target/tidemark} and trains its ahead-of-time caches; run by Maven as a single
 * source file with the JDK that the toolchain selected. The caches belong to that JDK, so its place is noted beside them.
 *
 * <p>Arguments: base directory, file with the run-time class path, whether to train.
 */
final class PackageTree {

    private final Path base;
    private final Path tree;
    private final Path lib;

    private PackageTree(Path base) {
        this.base = base;
        this.tree = base.resolve("target/tidemark");
        this.lib = tree.resolve("lib");
    }

    public static void main(String[] args) throws Exception {
        PackageTree work = new PackageTree(Path.of(args[0]));
        work.lay(Files.readString(Path.of(args[1])).strip().split(File.pathSeparator));
        if (Boolean.parseBoolean(args[2])) {
            work.train();
        }
    }

    private void lay(String[] classPath) throws IOException {
        delete(tree);
        copyAll(base.resolve("src/dist"), tree);
        copyIcons(base.resolve("../icons/png"));
        Files.copy(base.resolve("target/tidemark.jar"), lib.resolve("tidemark.jar"));
        for (String jar : classPath) {
            copyJar(Path.of(jar));
        }
        Files.writeString(lib.resolve("java-home"), System.getProperty("java.home") + "\n");
    }

    /** JavaFX publishes an empty jar beside the one for each platform; on a module path it would only confuse. */
    private void copyJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.stream().anyMatch(entry -> entry.getName().endsWith(".class"))) {
                copyJar(zip, jar);
            }
            unpack(zip, "linux/" + System.getProperty("os.arch") + "/libzstd-jni");
        }
    }

    private void copyJar(ZipFile zip, Path jar) throws IOException {
        Path to = lib.resolve(jar.getFileName());
        if (LiftedJar.isOld(zip)) {
            LiftedJar.write(zip, to);
        } else {
            Files.copy(jar, to, REPLACE_EXISTING);
        }
    }

    /** Otherwise each start would unpack it anew, into a temporary directory that may be full, or closed to programs. */
    private void unpack(ZipFile zip, String library) throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (name.startsWith(library)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, lib.resolve(name.substring(name.lastIndexOf('/') + 1)), REPLACE_EXISTING);
                }
            }
        }
    }

    private void copyIcons(Path pictures) throws IOException {
        try (Stream<Path> all = Files.list(pictures)) {
            for (Path picture : all.toList()) {
                String size = picture.getFileName().toString().replaceAll("\\D", "");
                Path place = tree.resolve("share/icons/hicolor/" + size + "x" + size + "/apps/tidemark.png");
                Files.createDirectories(place.getParent());
                Files.copy(picture, place);
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        int status = new ProcessBuilder(lib.resolve("train").toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("Training the caches failed with status " + status);
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            paths.forEach(path -> copy(path, to.resolve(from.relativize(path).toString())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the application image and the Debian package from the ready-to-run tree, and starts both; run by Maven as a single
 * source file with the JDK that the toolchain selected.
 *
 * <p>The run-time image holds modules of the JDK only: jpackage's own linking refuses what is not a true module. Its native
 * launcher cannot set an environment, which file names need, so the wrapper of the tree takes its place.
 *
 * <p>Arguments: top directory of the project, version.
 */
final class BuildPackage {

    /** Not reached by `requires`: data for French dates, curves and algorithms, and files inside jars. */
    private static final Set<String> ALSO = Set.of(
            "jdk.localedata",
            "jdk.zipfs",
            "jdk.crypto.ec",
            "jdk.net",
            // Of sshj, which is an automatic module and names nothing itself.
            "java.security.jgss");

    private static final String UNTIL_SHOWN =
            "-Dglass.platform=Headless -Dprism.order=sw -Dtidemark.exit-when-shown=true";

    private final Path top;
    private final Path target;
    private final Path lib;
    private final String version;

    private BuildPackage(Path top, String version) {
        this.top = top;
        this.target = top.resolve("installer/target");
        this.lib = top.resolve("app/target/tidemark/lib");
        this.version = version;
    }

    public static void main(String[] args) throws Exception {
        BuildPackage work = new BuildPackage(Path.of(args[0]), args[1]);
        work.link();
        Path image = work.image();
        work.start(image);
        if (onPath("dpkg-deb") && onPath("fakeroot")) {
            work.startUnpacked(work.debian(image));
        } else {
            System.out.println("No Debian package: it needs the packages dpkg and fakeroot.");
        }
    }

    private void link() throws IOException {
        delete(target.resolve("runtime"));
        run(
                "jlink",
                "--add-modules",
                modules(),
                "--output",
                target.resolve("runtime").toString(),
                "--include-locales=en,fr",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-1");
    }

    /** The modules of the JDK that the program and its libraries require; an automatic module would read them all. */
    private String modules() {
        ModuleFinder jars = ModuleFinder.of(lib);
        Set<String> ours = jars.findAll().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toSet());
        Configuration all = ModuleLayer.boot().configuration().resolve(jars, ModuleFinder.ofSystem(), ours);
        Stream<String> required = all.modules().stream()
                .filter(module -> !module.reference().descriptor().isAutomatic())
                .flatMap(module -> module.reads().stream())
                .map(ResolvedModule::name)
                .filter(name -> ModuleFinder.ofSystem().find(name).isPresent());
        return Stream.concat(required, ALSO.stream()).distinct().sorted().collect(Collectors.joining(","));
    }

    private Path image() throws IOException {
        Path image = target.resolve("image/tidemark");
        delete(image);
        Path jars = target.resolve("module-path");
        delete(jars);
        Files.createDirectories(jars);
        try (Stream<Path> all = Files.list(lib)) {
            for (Path jar : all.filter(path -> path.toString().endsWith(".jar")).toList()) {
                Files.copy(jar, jars.resolve(jar.getFileName()));
            }
        }
        jpackage(
                "--type",
                "app-image",
                "--module-path",
                jars.toString(),
                "--module",
                "io.tidemark/io.tidemark.Main",
                "--runtime-image",
                target.resolve("runtime").toString(),
                "--icon",
                icon(),
                "--dest",
                image.getParent().toString());
        takeOver(image);
        return image;
    }

    /** Puts the wrapper and what it needs where jpackage put its launcher and the jars. */
    private void takeOver(Path image) throws IOException {
        Path app = image.resolve("lib/app");
        try (Stream<Path> jars = Files.walk(app)) {
            for (Path jar : jars.filter(path -> path.toString().endsWith(".jar")).toList()) {
                Files.move(jar, app.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        delete(app.resolve("mods"));
        for (String file : List.of("cli.options", "delta.options", "gui.options", "logging.properties", "train")) {
            Files.copy(lib.resolve(file), app.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        try (Stream<Path> all = Files.list(lib)) {
            for (Path library :
                    all.filter(path -> path.toString().endsWith(".so")).toList()) {
                Files.copy(library, app.resolve(library.getFileName()));
            }
        }
        copyAll(lib.resolveSibling("share"), app.resolve("share"));
        Files.copy(
                lib.resolveSibling("bin/tidemark"),
                image.resolve("bin/tidemark"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Path debian(Path image) throws IOException {
        Path packages = target.resolve("packages");
        delete(packages);
        jpackage(
                "--type",
                "deb",
                "--app-image",
                image.toString(),
                "--resource-dir",
                top.resolve("installer/src/deb").toString(),
                "--linux-package-name",
                "tidemark",
                "--linux-app-category",
                "admin",
                "--linux-package-deps",
                "libgtk-3-0, libxtst6",
                "--icon",
                icon(),
                "--dest",
                packages.toString());
        try (Stream<Path> made = Files.list(packages)) {
            return made.findFirst().orElseThrow();
        }
    }

    private void jpackage(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--name", "tidemark", "--app-version", version));
        all.addAll(List.of("--vendor", "Tidemark", "--description", "Console for keepers of versioned mirrors"));
        all.addAll(Arrays.asList(arguments));
        run("jpackage", all.toArray(String[]::new));
    }

    private String icon() {
        return top.resolve("icons/png/tidemark-256.png").toString();
    }

    private void startUnpacked(Path debian) throws IOException, InterruptedException {
        Path unpacked = target.resolve("unpacked");
        delete(unpacked);
        execute("dpkg-deb", "--extract", debian.toString(), unpacked.toString());
        start(unpacked.resolve("opt/tidemark"));
        System.out.println("Debian package: " + debian);
    }

    /** Starts the command line, and the window on a screen that is not there. */
    private void start(Path home) throws IOException, InterruptedException {
        String program = home.resolve("bin/tidemark").toString();
        execute(program, "--version");
        Path place = target.resolve("demo");
        delete(place);
        execute(program, "demo", place.toString(), "--open");
    }

    private void execute(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("TIDEMARK_JAVA_OPTIONS", UNTIL_SHOWN);
        builder.environment().put("XDG_CONFIG_HOME", target.resolve("config").toString());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }

    private static void run(String tool, String... arguments) {
        int status = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        if (status != 0) {
            throw new IllegalStateException(tool + " ended with " + status);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                paths.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
            }
        }
    }
}

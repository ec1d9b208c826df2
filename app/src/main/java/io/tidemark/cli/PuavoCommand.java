package io.tidemark.cli;

import io.tidemark.engine.Images;
import io.tidemark.model.Operation;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code puavo-update-repository}: the command by which people publish Puavo images by hand, with the options of its
 * manual. Afterwards the directory is a repository like any other.
 */
@Command(name = "puavo-update-repository")
final class PuavoCommand extends FaceCommand {

    private static final String KIND = "puavo";

    @Parameters(index = "0", paramLabel = "IMAGE_DIR")
    String images;

    @Parameters(index = "1", paramLabel = "MIRROR_DIR", arity = "0..1")
    String mirror;

    @Option(
            names = {"-r", "--repository"},
            paramLabel = "HOST_OR_URL")
    String repository = "images.amxa.ch";

    @Option(
            names = {"-p", "--puavo-os"},
            paramLabel = "DIR")
    String puavoOs = "/puavo-os/";

    @Option(names = {"-n", "--no-config"})
    boolean noConfig;

    PuavoCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        String from = absolute(images);
        String to = mirror == null ? Path.of(from, "mirror").toString() : absolute(mirror);
        Upstream upstream = upstream(from);
        if (Files.isDirectory(Path.of(to, ".tidemark"))) {
            settle(to, upstream);
        } else {
            found(to, upstream);
        }
        Optional<String> tree = Files.isDirectory(Path.of(puavoOs)) ? Optional.of(absolute(puavoOs)) : Optional.empty();
        configuration(from, to, tree);
        Images.Procedure procedure = engine().images().procedure(KIND, from, tree);
        return new Change(this, false)
                .carryOut(new Operation.MakeDeltas(to, true, procedure.series(), procedure.extras()));
    }

    private void configuration(String from, String to, Optional<String> tree) throws ProblemException {
        if (noConfig) {
            return;
        }
        if (tree.isEmpty()) {
            say("cli.puavo.no-tree", puavoOs);
            return;
        }
        for (String file : engine().images().configure(KIND, from, to, base(), tree.get())) {
            say("cli.puavo.written", file);
        }
    }

    private void say(String key, String object) {
        if (!common.quiet) {
            face.err().line(face.text(key, "object", object));
        }
    }

    private Upstream upstream(String from) {
        return new Upstream(Path.of(from).toUri().toString(), Map.of("base-url", List.of(base())));
    }

    /** A host name stands for its address over HTTPS. */
    private String base() {
        String base = repository.contains("://") ? repository : "https://" + repository;
        return base.replaceFirst("/+$", "");
    }

    private void found(String dir, Upstream upstream) throws ProblemException, InterruptedException {
        if (isEmpty(Path.of(dir))) {
            carryOut(new Operation.Init(
                    dir,
                    KIND,
                    "",
                    upstream,
                    TransferSettings.standard(),
                    Policies.standard(),
                    Optional.empty(),
                    List.of()));
        } else {
            carryOut(new Operation.Adopt(dir, KIND, "", upstream, Optional.empty(), List.of(), false, Map.of()));
        }
    }

    /** The same directory may be published under another address, or from another place, than last time. */
    private void settle(String dir, Upstream upstream) throws ProblemException, InterruptedException {
        RepositoryConfig config = engine().views().status(dir).config();
        Map<String, List<String>> options = new HashMap<>(config.upstream().options());
        options.putAll(upstream.options());
        Upstream both = new Upstream(upstream.url(), options);
        if (!both.equals(config.upstream())) {
            carryOut(new Operation.Configure(dir, config.name(), both, config.transfer(), config.policies(), Map.of()));
        }
    }

    private void carryOut(Operation operation) throws ProblemException, InterruptedException {
        try (ConsoleJob job = job()) {
            engine().operations().run(engine().operations().plan(operation, job), job);
        }
    }

    private static boolean isEmpty(Path dir) {
        if (!Files.exists(dir)) {
            return true;
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize().toString();
    }
}

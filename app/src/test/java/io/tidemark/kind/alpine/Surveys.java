package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.demo.SigningKey;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Gate;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What tests of surveys have in common: an upstream in a directory, and a repository that looks at it. */
final class Surveys {

    static final Instant NOW = Instant.parse("2022-08-02T12:00:00Z");

    final AlpineKind kind = new AlpineKind(Clock.fixed(NOW, ZoneOffset.UTC));
    final Path root;
    Policies policies = Policies.standard();
    Optional<VersionFacts> base = Optional.empty();
    List<PinnedKey> keys = List.of();
    List<String> trust = List.of();
    Set<String> overrides = Set.of();
    Map<String, List<String>> options = new HashMap<>(Map.of("branch", List.of("v3.15")));
    Source source;

    Surveys(Path root) {
        this.root = root;
        this.source = new DirectorySource(root);
    }

    static PinnedKey pin(SigningKey key) {
        return new PinnedKey(key.name(), key.fingerprint(), key.pem());
    }

    Survey run() throws ProblemException, InterruptedException {
        Upstream upstream = new Upstream(root.toUri().toString(), options);
        RepositoryConfig config = new RepositoryConfig(
                1,
                "0".repeat(32),
                "test",
                "alpine",
                upstream,
                TransferSettings.standard(),
                policies,
                List.of(),
                keys,
                Map.of());
        return kind.survey(new SurveyRequest(config, source, base, Optional.empty(), trust, overrides), new QuietJob());
    }

    Problem refused() {
        return assertThrows(ProblemException.class, this::run).problem();
    }

    static Gate gate(Survey survey, String name) {
        return survey.gates().stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Feeds a file of the upstream to the check of a wanted file, in pieces of the given size. */
    void check(WantedFile wanted, int piece) throws ProblemException, IOException {
        check(wanted, Files.readAllBytes(root.resolve(wanted.location())), piece);
    }

    void check(WantedFile wanted, byte[] bytes, int piece) throws ProblemException {
        ContentCheck check = kind.check(wanted);
        for (int at = 0; at < bytes.length; at += piece) {
            check.update(bytes, at, Math.min(piece, bytes.length - at));
        }
        check.finish();
    }

    /** Makes the version that a survey describes, checking every file. */
    void build(Survey survey, Path version) throws ProblemException, IOException {
        for (WantedFile wanted : survey.files()) {
            Path file = version.resolve(wanted.path());
            Files.createDirectories(file.getParent());
            if (wanted.linkTarget().isPresent()) {
                Files.createSymbolicLink(file, Path.of(wanted.linkTarget().get()));
            } else if (wanted.content().isPresent()) {
                Files.write(file, wanted.content().get());
            } else {
                check(wanted, 65536);
                try (InputStream in = Files.newInputStream(root.resolve(wanted.location()))) {
                    Files.copy(in, file);
                }
                Files.setLastModifiedTime(file, Files.getLastModifiedTime(root.resolve(wanted.location())));
            }
        }
    }

    static WantedFile named(Survey survey, String end) {
        return survey.files().stream()
                .filter(file -> file.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}

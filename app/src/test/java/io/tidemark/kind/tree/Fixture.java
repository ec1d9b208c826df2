package io.tidemark.kind.tree;

import io.tidemark.job.JobContext;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Policies;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import io.tidemark.source.UrlSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree kind at a fixed hour, asked about one upstream. */
final class Fixture {

    static final JobContext JOB = new Unwatched(null);
    static final Instant NOW = Instant.parse("2022-08-16T12:00:00Z");
    static final Instant BEFORE = Instant.parse("2022-08-02T10:00:00Z");
    static final TreeKind KIND = new TreeKind(Clock.fixed(NOW, ZoneOffset.UTC));

    private Fixture() {}

    static Survey survey(String url) throws Exception {
        return survey(url, Map.of(), Optional.empty(), Policies.standard(), Set.of());
    }

    static Survey survey(String url, Map<String, List<String>> options) throws Exception {
        return survey(url, options, Optional.empty(), Policies.standard(), Set.of());
    }

    static Survey survey(
            String url,
            Map<String, List<String>> options,
            Optional<VersionFacts> base,
            Policies policies,
            Set<String> overrides)
            throws Exception {
        return survey(url, options, base, Optional.empty(), policies, overrides);
    }

    /** What an upstream has after a version whose tree lies there. */
    static Survey after(Path tree, VersionFacts base, String url, Policies policies) throws Exception {
        return survey(url, Map.of(), Optional.of(base), Optional.of(tree), policies, Set.of());
    }

    private static Survey survey(
            String url,
            Map<String, List<String>> options,
            Optional<VersionFacts> base,
            Optional<Path> tree,
            Policies policies,
            Set<String> overrides)
            throws Exception {
        Upstream upstream = KIND.complete(new Upstream(url, options));
        TransferSettings transfer = new TransferSettings(4, 0, 1, 5, "", "");
        RepositoryConfig config = new RepositoryConfig(
                1, "0".repeat(32), "tree", "tree", upstream, transfer, policies, List.of(), List.of(), Map.of());
        try (Source source = new UrlSources().open(url, transfer)) {
            return KIND.survey(new SurveyRequest(config, source, base, tree, List.of(), overrides), JOB);
        }
    }

    static List<String> paths(Survey survey) {
        return survey.files().stream().map(WantedFile::path).toList();
    }

    static List<String> notices(Survey survey) {
        return survey.notices().stream().map(n -> n.phrase().key()).toList();
    }

    static void write(Path root, String path, String content, Instant time) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}

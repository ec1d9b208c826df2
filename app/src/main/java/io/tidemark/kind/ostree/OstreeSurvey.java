package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Gate;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks an upstream which commits its refs stand for: its summary, or the refs themselves. Used once. */
final class OstreeSurvey {

    private static final int MOST_REFS = 200;

    private final Source source;
    private final OstreeOptions options;
    private final JobContext job;
    private final String url;

    OstreeSurvey(SurveyRequest request, JobContext job) {
        this.source = request.source();
        this.options = OstreeOptions.of(request.config().upstream());
        this.url = request.config().upstream().url();
        this.job = job;
    }

    Survey run() throws ProblemException, InterruptedException {
        Optional<Path> directory = Upstreams.directory(url);
        if (directory.isPresent() && !Files.isDirectory(directory.get())) {
            throw new ProblemException(
                    Problem.of("ostree.no-directory", Problem.Category.UNREACHABLE, "object", directory.get()));
        } else if (directory.isPresent() && OpenRepository.at(directory.get()).isEmpty()) {
            return plain(directory.get());
        }
        Map<String, Checksum> refs = refs();
        List<WantedFile> files = new ArrayList<>();
        VersionFacts facts = VersionFacts.none();
        for (Checksum id : refs.values().stream().distinct().sorted().toList()) {
            byte[] object = source.read(ObjectType.COMMIT.path(id), Objects.LARGEST, job);
            facts = CommitFacts.of(commit(id, object));
            files.add(wanted(id, object));
        }
        return survey(refs.toString(), files, files.size() == 1 ? facts : VersionFacts.none());
    }

    private static Commit commit(Checksum id, byte[] object) throws ProblemException {
        try {
            if (!Checksum.ofContent(object).equals(id)) {
                throw new Malformed("content that does not belong to its name");
            }
            return Commit.read(id, object);
        } catch (Malformed damaged) {
            throw Problems.damaged(id, damaged);
        }
    }

    private static WantedFile wanted(Checksum id, byte[] object) {
        String path = ObjectType.COMMIT.path(id);
        return new WantedFile(
                path,
                path,
                object.length,
                CommitCheck.identity(id),
                Optional.of(object),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static Survey survey(String state, List<WantedFile> files, VersionFacts facts) {
        String fingerprint =
                Checksum.ofContent(state.getBytes(StandardCharsets.UTF_8)).hex();
        return new Survey(fingerprint, files, facts, List.<Gate>of(), List.of(), List.of());
    }

    /** A directory whose content is to be committed: nothing is promised of it but names, sizes and times. */
    private static Survey plain(Path directory) throws ProblemException {
        StringBuilder state = new StringBuilder();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path each : tree.sorted().toList()) {
                state.append(directory.relativize(each));
                if (Files.isRegularFile(each)) {
                    state.append(' ').append(Files.size(each)).append(' ').append(Files.getLastModifiedTime(each));
                }
                state.append('\n');
            }
        } catch (IOException failed) {
            throw Problems.unreadable(directory, failed);
        }
        return survey(state.toString(), List.of(), VersionFacts.none());
    }

    private Map<String, Checksum> refs() throws ProblemException, InterruptedException {
        Map<String, Checksum> refs = new TreeMap<>();
        Optional<Summary> summary = summary();
        if (summary.isPresent()) {
            summary.get().refs().forEach((ref, told) -> refs.put(ref, told.commit()));
            refs.keySet()
                    .removeIf(
                            ref -> !options.refs().isEmpty() && !options.refs().contains(ref));
        } else {
            for (String ref : options.refs()) {
                refs.put(ref, ref(ref));
            }
        }
        if (refs.isEmpty() || refs.size() > MOST_REFS) {
            throw new ProblemException(Problem.of(
                    "ostree.refs", Problem.Category.REFUSED, "object", url, "refs", String.join(", ", options.refs())));
        }
        return refs;
    }

    private Optional<Summary> summary() throws ProblemException, InterruptedException {
        try {
            return Optional.of(Summary.read(source.read("summary", Objects.LARGEST, job)));
        } catch (Malformed damaged) {
            throw Problems.damaged(url, damaged);
        } catch (ProblemException none) {
            if (none.problem().code().equals("upstream.missing")) {
                return Optional.empty();
            }
            throw none;
        }
    }

    private Checksum ref(String ref) throws ProblemException, InterruptedException {
        String text = new String(source.read("refs/heads/" + ref, 1024, job), StandardCharsets.ISO_8859_1);
        return Checksum.parse(text.strip())
                .orElseThrow(() -> Problems.damaged(url, new Malformed("ref that is no checksum")));
    }

    /** The one commit that lies in a tree of objects. */
    static Place only(Path tree) throws ProblemException {
        try (Stream<Path> files = Files.walk(tree.resolve("objects"), 2)) {
            List<Path> commits = files.filter(file -> file.toString().endsWith(".commit"))
                    .limit(2)
                    .toList();
            if (commits.size() == 1) {
                return Place.require(commits.getFirst());
            }
        } catch (IOException failed) {
            throw Problems.unreadable(tree, failed);
        }
        return Place.require(tree);
    }
}

package io.tidemark.engine.commit;

import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDamage;
import io.tidemark.kind.CommitDelta;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitTree;
import io.tidemark.kind.CommitView;
import io.tidemark.model.Channel;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A repository of commits as it is.
 *
 * @param view what its refs say
 * @param paths where the versions lie, by name, relative to it
 */
public record CommitNow(Opened repository, CommitTree tree, CommitView view, Map<String, String> paths) {

    private static final String SCRATCH = "scratch-repositories";
    private static final String BENCH = "scratch-deltas";

    /** Reads it. */
    public static CommitNow of(Opened repository) throws ProblemException {
        CommitTree tree = repository.kind().commits().orElseThrow();
        Path root = repository.store().root();
        Map<String, String> paths = new TreeMap<>();
        for (Version version : repository.store().versions()) {
            if (version.state() != VersionState.STAGED) {
                Path path = repository.store().tree(version.name());
                paths.put(version.name(), root.relativize(path).toString());
            }
        }
        Map<String, String> links = new HashMap<>();
        for (Channel channel : repository.store().channels()) {
            links.put(channel.name(), channel.link());
        }
        return new CommitNow(repository, tree, tree.view(root, paths, links), paths);
    }

    /** What its settings ask for. */
    public Upstream options() {
        return repository.config().upstream();
    }

    /** What people should know before new commits are made, or only published. */
    public List<Notice> remarks(boolean making) throws ProblemException {
        return tree.remarks(repository.store().root(), options(), making);
    }

    /** Where work is done, below the directory for products. */
    CommitPlace place(Path products) {
        return new CommitPlace(repository.store().root(), products.resolve(SCRATCH));
    }

    /** Where deltas are made, below the directory for products. */
    public CommitPlace deltaPlace(Path products) {
        return new CommitPlace(repository.store().root(), products.resolve(BENCH));
    }

    /** Refs that stand for another version than the channel is known to show, and refs that are new. */
    public List<CommitView.Line> moved() throws ProblemException {
        List<CommitView.Line> moved = new ArrayList<>();
        for (CommitView.Line line : view.lines()) {
            boolean same = repository
                    .findChannel(line.channel())
                    .flatMap(Channel::target)
                    .equals(line.head().map(CommitView.Published::version));
            if (!same) {
                moved.add(line);
            }
        }
        return moved;
    }

    /** The commits that some versions are. */
    public List<String> commits(List<String> versions) {
        return view.lines().stream()
                .flatMap(line -> line.published().stream())
                .filter(each -> versions.contains(each.version()))
                .map(CommitView.Published::commit)
                .distinct()
                .toList();
    }

    /** The commits by which a ref published a version so far, oldest first. */
    public List<String> published(String link, String version) {
        return view.lines().stream()
                .filter(line -> line.link().equals(link))
                .flatMap(line -> line.published().stream())
                .filter(each -> each.version().equals(version))
                .map(CommitView.Published::commit)
                .toList();
    }

    /** The versions that damage concerns, wherever they were published; for each the objects. */
    public Map<String, List<String>> concerned(CommitDamage damage) throws ProblemException {
        Map<String, List<String>> versions = new TreeMap<>();
        paths.forEach((version, path) -> add(versions, version, damage.commits().get(path)));
        Path root = repository.store().root();
        for (CommitView.Line line : view.lines()) {
            for (CommitView.Published each : line.published()) {
                add(versions, each.version(), damage.commits().get(tree.path(root, line.link(), each.commit())));
            }
        }
        return versions;
    }

    private static void add(Map<String, List<String>> versions, String version, List<String> objects) {
        if (objects != null) {
            versions.merge(
                    version,
                    objects,
                    (one, other) -> one.equals(other)
                            ? one
                            : Stream.concat(one.stream(), other.stream())
                                    .distinct()
                                    .toList());
        }
    }

    /** Paths of all versions but these. */
    List<String> without(List<String> versions) {
        return paths.entrySet().stream()
                .filter(each -> !versions.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Bytes that are free when these versions go, and the deltas that begin with them or lead to them. */
    public long freedBy(List<String> versions, JobContext job) throws ProblemException, InterruptedException {
        Path root = repository.store().root();
        List<String> commits = commits(versions);
        long freed = tree.freedBy(root, without(versions), commits, job);
        for (CommitDelta delta : tree.deltas().lying(root).deltas()) {
            freed += concerns(delta, commits) ? delta.bytes() : 0;
        }
        return freed;
    }

    /** Whether a delta is of no use without these commits. */
    static boolean concerns(CommitDelta delta, List<String> commits) {
        return commits.contains(delta.to())
                || delta.from().filter(commits::contains).isPresent();
    }

    /** The version that each channel shows, as its refs say. */
    public Map<String, List<String>> heads() {
        Map<String, List<String>> heads = new TreeMap<>();
        for (CommitView.Line line : view.lines()) {
            line.head().ifPresent(head -> heads.put(line.channel(), List.of(head.version())));
        }
        return heads;
    }

    /** The versions of every channel with this one led by that version. */
    Map<String, List<String>> series(String channel, String version) throws ProblemException {
        Map<String, List<String>> series = new TreeMap<>(repository.store().series());
        series.put(channel, List.of(version));
        return series;
    }
}

package io.tidemark.engine.commit;

import io.tidemark.engine.repository.Opened;
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

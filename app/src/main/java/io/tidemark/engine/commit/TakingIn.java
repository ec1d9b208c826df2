package io.tidemark.engine.commit;

import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitView;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition.FoundVersion;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import io.tidemark.store.Publication;
import io.tidemark.store.WriteSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes in what the refs of a repository say: new versions get their names and are sealed, channels show where refs stand. */
public final class TakingIn {

    private TakingIn() {}

    /**
     * Does it, under the lock that the session holds; nothing that clients follow changes.
     *
     * @return names of the versions that are new
     */
    public static List<String> run(Opened repository, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        CommitNow now = CommitNow.of(repository);
        List<String> fresh = new ArrayList<>();
        for (FoundVersion version : now.view().fresh()) {
            session.enlist(version.name(), version.path());
            seal(repository, version, session, job);
            fresh.add(version.name());
        }
        Map<String, List<String>> series = new TreeMap<>(repository.store().series());
        List<Publication.Turn> turns = new ArrayList<>();
        for (CommitView.Line line : now.moved()) {
            if (line.head().isPresent()) {
                String version = line.head().get().version();
                sealUnsealed(repository, now, version, session, job);
                series.put(line.channel(), List.of(version));
                turns.add(new Publication.Turn(
                        line.channel(), line.link(), version, held(repository, line.channel()), false, ""));
            }
        }
        if (!turns.isEmpty()) {
            session.publish(new Publication(List.of(), List.of(), series, turns), job);
        }
        return fresh;
    }

    /** A run that was killed may have given a version its name, and no more. */
    private static void sealUnsealed(
            Opened repository, CommitNow now, String version, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        boolean known = now.paths().containsKey(version);
        if (known && repository.version(version).state() == VersionState.ADOPTED) {
            seal(repository, new FoundVersion(version, now.paths().get(version)), session, job);
        }
    }

    private static void seal(Opened repository, FoundVersion version, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        Path tree = repository.store().root().resolve(version.path());
        VersionFacts facts = repository.kind().inspect(tree, job);
        Map<String, String> identities = new HashMap<>();
        repository.kind().identities(tree, facts, identities::put);
        session.sealAdopted(version.name(), facts, identities, job);
    }

    /** Somebody moved a held channel behind our back: where it stands is told all the same, and the hold stays. */
    private static boolean held(Opened repository, String channel) throws ProblemException {
        return repository
                .findChannel(channel)
                .filter(known -> known.hold().isPresent())
                .isPresent();
    }
}

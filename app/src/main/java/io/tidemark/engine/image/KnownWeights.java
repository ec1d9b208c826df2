package io.tidemark.engine.image;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What clients fetch of commits, object by object. A commit is what its name says, so nothing is added up twice. Safe for all
 * threads.
 */
final class KnownWeights {

    private static final int MOST = 100_000;

    private final Map<Key, Long> known = new ConcurrentHashMap<>();

    private record Key(Path root, String at, String from, String to) {}

    /** Those of one repository; used by one thread. */
    Reader of(CommitNow now, JobContext job) {
        return new Reader(now, job);
    }

    /** Adds up what is not known yet. */
    final class Reader {

        private final CommitNow now;
        private final JobContext job;
        private final Map<String, CommitDeltas.Weights> weights = new HashMap<>();

        private Reader(CommitNow now, JobContext job) {
            this.now = now;
            this.job = job;
        }

        /** Bytes of all objects of a commit; empty where it is not whole. */
        Optional<Long> whole(String at, String commit) throws ProblemException, InterruptedException {
            Key key = new Key(root(), at, "", commit);
            Long there = known.get(key);
            if (there != null) {
                return Optional.of(there);
            }
            Optional<Long> bytes = weights(at).whole(commit, job);
            bytes.ifPresent(each -> keep(key, each));
            return bytes;
        }

        /** Bytes of the objects of one commit that another one has not: both are whole. */
        long missing(String at, String from, String to) throws ProblemException, InterruptedException {
            Key key = new Key(root(), at, from, to);
            Long there = known.get(key);
            return there != null ? there : keep(key, weights(at).missing(from, to, job));
        }

        private long keep(Key key, long bytes) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, bytes);
            return bytes;
        }

        private Path root() {
            return now.repository().store().root();
        }

        private CommitDeltas.Weights weights(String at) throws ProblemException {
            CommitDeltas.Weights begun = weights.get(at);
            if (begun == null) {
                begun = now.tree().deltas().weights(root(), at);
                weights.put(at, begun);
            }
            return begun;
        }
    }
}

package io.tidemark.engine.change;

import io.tidemark.engine.repository.Moved;
import io.tidemark.job.Crew;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out which files of an adopted tree really are what its own indexes say. A file that was damaged, truncated or
 * exchanged keeps its place in the version, but later versions fetch it again and do not share it.
 */
record ProvenIdentities(RepositoryKind kind, Path tree, JobContext job) {

    private static final int BUFFER = 128 * 1024;

    /** Those of the claimed identities, by path, that the bytes bear out. */
    Map<String, String> of(Map<String, String> claimed) throws ProblemException, InterruptedException {
        Map<String, String> proven = new ConcurrentHashMap<>();
        Crew.all(job.cpu().width(), List.copyOf(claimed.keySet()), path -> {
            String identity = claimed.get(path);
            if (holds(path, identity)) {
                proven.put(path, identity);
            }
            job.progress().file();
        });
        return Map.copyOf(proven);
    }

    private boolean holds(String path, String identity) throws ProblemException, InterruptedException {
        ContentCheck check = kind.check(
                new WantedFile(path, path, -1, identity, Optional.empty(), Optional.empty(), 0, Optional.empty()));
        try (InputStream in = Files.newInputStream(tree.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                check.update(buffer, 0, got);
                job.progress().bytes(got);
                job.checkpoint();
            }
            check.finish();
            return true;
        } catch (ProblemException failed) {
            if (Moved.is(failed)) {
                return false;
            }
            throw failed;
        } catch (IOException unreadable) {
            return false;
        }
    }
}

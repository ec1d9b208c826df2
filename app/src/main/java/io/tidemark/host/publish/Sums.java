package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.Crew;
import io.tidemark.job.JobContext;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Digests of files on a host, taken there by {@code sha256sum} on as many processors as it has, and compared with the
 * manifest. Nothing but digests travels.
 */
record Sums(SshConnection connection, String tree, int cores) {

    private static final int MOST_AT_ONCE = 6;
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 24L << 20;
    private static final int DIGEST = 64;
    private static final int LONGEST_LINE = 4 * 4096 + 80;
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(2);
    private static final long SLOWEST = 4L << 20;

    /** Files whose content is not what the manifest says, or could not be read. */
    List<ManifestEntry> wrong(List<ManifestEntry> files, JobContext job) throws ProblemException, InterruptedException {
        Queue<ManifestEntry> wrong = new ConcurrentLinkedQueue<>();
        Crew.all(Math.clamp(cores, 1, MOST_AT_ONCE), bundles(files), bundle -> {
            job.checkpoint();
            wrong.addAll(compare(bundle, sums(bundle)));
            bundle.forEach(file -> {
                job.progress().file();
                job.progress().bytes(file.size());
            });
        });
        return List.copyOf(wrong);
    }

    /** Files in their order, so many at a time as are read by one program there. */
    static List<List<ManifestEntry>> bundles(List<ManifestEntry> files) {
        List<List<ManifestEntry>> bundles = new ArrayList<>();
        List<ManifestEntry> bundle = new ArrayList<>();
        long bytes = 0;
        for (ManifestEntry file : files) {
            bundle.add(file);
            bytes += file.size();
            if (bytes >= MOST_BYTES || bundle.size() == MOST_FILES) {
                bundles.add(bundle);
                bundle = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!bundle.isEmpty()) {
            bundles.add(bundle);
        }
        return bundles;
    }

    private byte[] sums(List<ManifestEntry> bundle) throws ProblemException, InterruptedException {
        byte[] names = NameList.of(bundle.stream().map(ManifestEntry::path).toList());
        long bytes = bundle.stream().mapToLong(ManifestEntry::size).sum();
        Answer answer = connection.run(
                Command.of(Verb.COPY_SUMS, tree).reading(names),
                bundle.size() * LONGEST_LINE,
                LEAST_PATIENCE.plusSeconds(bytes / SLOWEST));
        if (!answer.well() && answer.output().length == 0) {
            throw new ProblemException(Problem.of("host.sums", Problem.Category.REFUSED, "object", tree)
                    .in(Problem.State.STAGING_KEPT)
                    .with(answer.complaints()));
        }
        return answer.output();
    }

    /**
     * Lines come in the order of the names, one for each that could be read; a backslash before the digest says that its
     * name was escaped. Where their number differs, none of the bundle is believed.
     */
    private static List<ManifestEntry> compare(List<ManifestEntry> bundle, byte[] said) {
        List<String> lines =
                new String(said, StandardCharsets.ISO_8859_1).lines().toList();
        if (lines.size() != bundle.size()) {
            return bundle;
        }
        List<ManifestEntry> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int from = line.startsWith("\\") ? 1 : 0;
            if (!line.regionMatches(from, bundle.get(i).sha256(), 0, DIGEST)) {
                wrong.add(bundle.get(i));
            }
        }
        return wrong;
    }
}

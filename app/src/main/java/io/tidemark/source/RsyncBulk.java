package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.RsyncPull;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole trees by one rsync process each: listings by a dry run, files by a list of their names. Files come with their times
 * and with those hard links that upstream has among them; parts of files stay for the next attempt.
 */
final class RsyncBulk implements BulkFetch {

    /** An attempt that brought no more than this counts as failed: else a daemon that always breaks early is asked for ever. */
    private static final long WORTH = 1 << 16;

    private static final Pattern PROGRESS = Pattern.compile("\\s*(\\d{1,18})\\s+\\d+%.*");
    private static final Pattern RECEIVED = Pattern.compile("sent \\d+ bytes +received (\\d{1,18}) bytes .*");
    private static final Pattern PASSED_ON = Pattern.compile("(?!.*\\*\\*)[^\\[\\]\\\\]+");
    private static final long SLACK = 64 << 20;
    private static final long KIBI = 1024;

    private final RsyncTalk talk;
    private final Path nothing;
    private final long bytesPerSecond;
    private final LongAdder requests;
    private final LongAdder received;

    /** @param nothing an empty directory that dry runs compare with */
    RsyncBulk(RsyncTalk talk, Path nothing, long bytesPerSecond, LongAdder requests, LongAdder received) {
        this.talk = talk;
        this.nothing = nothing;
        this.bytesPerSecond = bytesPerSecond;
        this.requests = requests;
        this.received = received;
    }

    @Override
    public List<Item> listing(List<String> leftOut, JobContext job) throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-nrltH", "--info=nonreg1", "--out-format=" + RsyncLine.FORMAT));
        leftOut.stream()
                .filter(pattern -> PASSED_ON.matcher(pattern).matches())
                .forEach(pattern -> words.add("--exclude=" + anchored(pattern)));
        RsyncTalk.Run run = new RsyncTalk.Run(words, "", nothing.toString(), List.of());
        return talk.retry().run(talk.url().text(), job, () -> {
            requests.increment();
            RsyncListing listing = new RsyncListing(talk.url().text());
            talk.once(run, listing, job);
            return listing.items();
        });
    }

    /** A pattern with a slash in it is meant from the root on; only directories are meant. */
    private static String anchored(String pattern) {
        String bare = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return (bare.indexOf('/') > 0 ? "/" + bare : bare) + "/";
    }

    @Override
    public void fetch(Order order, JobContext job) throws ProblemException, InterruptedException {
        RsyncTalk.Run run = run(order);
        AtomicLong failed = new AtomicLong();
        while (true) {
            Fetching fetching = new Fetching(order, job);
            try {
                requests.increment();
                talk.once(run, fetching, job);
                return;
            } catch (IOException broken) {
                failed.set(fetching.shown > WORTH ? 1 : failed.get() + 1);
                if (failed.get() >= talk.retry().attempts() || !Retry.again(broken)) {
                    throw SourceException.problem(broken, talk.url().text());
                }
                talk.retry().hold((int) failed.get(), broken, talk.url().text(), job);
            } finally {
                received.add(fetching.received());
            }
        }
    }

    private RsyncTalk.Run run(Order order) {
        long largest = order.files().stream().mapToLong(Wanted::size).max().orElse(0);
        List<String> words = new ArrayList<>(List.of(
                "-tH",
                "--no-links",
                "--no-devices",
                "--no-specials",
                "--no-perms",
                "--chmod=D755,F444",
                "--partial-dir=" + PARTS,
                "--max-size=" + Math.max(1, largest) + "B",
                "--info=progress2,stats1,nonreg0"));
        order.basis().ifPresent(basis -> words.add("--copy-dest=" + basis.toAbsolutePath()));
        if (bytesPerSecond > 0) {
            words.add("--bwlimit=" + Math.max(1, bytesPerSecond / KIBI));
        }
        List<String> names = order.files().stream().map(Wanted::location).toList();
        return new RsyncTalk.Run(words, "", order.into().toAbsolutePath().toString(), names);
    }

    /** Watches a transfer; one that brings much more than was promised is ended. */
    private static final class Fetching implements RsyncPull.Lines {
        private final JobContext job;
        private final long most;
        private volatile long shown;
        private volatile long total = -1;

        Fetching(Order order, JobContext job) {
            this.job = job;
            this.most =
                    SLACK + 2 * order.files().stream().mapToLong(Wanted::size).sum();
        }

        @Override
        public void line(String line) throws ProblemException {
            Matcher progress = PROGRESS.matcher(line);
            Matcher end = RECEIVED.matcher(line);
            if (progress.matches()) {
                show(Long.parseLong(progress.group(1)));
            } else if (end.matches()) {
                total = Long.parseLong(end.group(1));
            }
        }

        private void show(long now) throws ProblemException {
            job.progress().bytes(now - shown);
            shown = now;
            if (now > most) {
                throw new ProblemException(Problem.of(
                        "upstream.size", Problem.Category.REFUSED, "object", "rsync", "size", now, "limit", most));
            }
        }

        long received() {
            return total >= 0 ? total : shown;
        }
    }
}

package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program {@code git} on bare repositories of this machine: what it answers is read as it stands in its manual pages
 * (plumbing commands only). Object ids and ranges are checked before they become arguments. Safe for all threads.
 */
public final class Git {

    private static final int LEAST_SILENCE = 60;
    private static final Predicate<String> ID =
            Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}").asMatchPredicate();
    private static final Pattern VERSION = Pattern.compile("git version (\\d{1,4})\\.(\\d{1,4})\\..*");
    private static final int OLDEST_MAJOR = 2;
    private static final int OLDEST_MINOR = 32;
    private static final String SHALLOW = "because shallow roots are not allowed to be updated";
    private static final Pattern RECEIVING = Pattern.compile("Receiving objects: +\\d+% \\((\\d+)/(\\d+)\\).*");

    private final String path;

    /** The {@code git} found on this search path. */
    public Git(String path) {
        this.path = path;
    }

    /** Whether a text is the id of an object: 40 hexadecimal digits, or 64. */
    public static boolean isId(String text) {
        return ID.test(text);
    }

    /**
     * What a repository somewhere offers: lines {@code id TAB name}, first {@code ref: name TAB HEAD} where it says so.
     *
     * @throws ProblemException {@code upstream.git} with what git says, {@code program.missing}, {@code program.time}
     */
    public String offers(String url, TransferSettings settings, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(settings(settings));
        words.addAll(List.of("ls-remote", "--symref", "--", url));
        return far(GitRun.At.nowhere(), words, url, settings, job).ended().answer();
    }

    /** Makes an empty bare repository. */
    public void init(Path repository, boolean sha256, JobContext job) throws ProblemException, InterruptedException {
        near(
                GitRun.At.in(repository),
                List.of("init", "-q", "--bare", "--object-format=" + (sha256 ? "sha256" : "sha1")),
                job);
    }

    /**
     * Fetches into a repository; every object is checked.
     *
     * @param commitsOnly whether trees and files may stay away, where the other end can do that
     * @throws ProblemException {@code upstream.git}, {@code program.time} when nothing was heard for too long,
     *     {@code git.shallow} if the other end has no whole history to give
     */
    public void fetch(
            Path repository,
            String url,
            List<String> refspecs,
            boolean commitsOnly,
            TransferSettings settings,
            JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(settings(settings));
        words.addAll(List.of("fetch", "--progress", "--prune", "--no-tags", "--no-write-fetch-head", "--force"));
        if (commitsOnly) {
            words.add("--filter=tree:0");
        }
        words.addAll(List.of("--", url));
        words.addAll(refspecs);
        if (far(GitRun.At.in(repository), words, url, settings, job).shallow()) {
            throw new ProblemException(Problem.of("git.shallow", Problem.Category.REFUSED, "object", url));
        }
    }

    /** Refs of a repository: lines {@code id SPACE name SPACE id}, the last what an annotated tag points at, or nothing. */
    public String refs(Path repository, JobContext job) throws ProblemException, InterruptedException {
        List<String> words = List.of("for-each-ref", "--format=%(objectname) %(refname) %(*objectname)");
        return near(GitRun.At.in(repository), words, job).answer();
    }

    /** Whether all that the refs of a repository name is there. */
    public boolean complete(Path repository, JobContext job) throws ProblemException, InterruptedException {
        List<String> words = List.of("rev-list", "--objects", "--all", "--quiet");
        return ended(GitRun.At.in(repository), words, job).exit() == 0;
    }

    /** Whether a commit is in the history of another, or that one itself; not where one is missing, or no commit. */
    public boolean isAncestor(Path repository, String older, String newer, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = List.of("merge-base", "--is-ancestor", id(older), id(newer));
        return ended(GitRun.At.in(repository), words, job).exit() == 0;
    }

    /** How many commits one has in its history that the other has not. */
    public long count(Path repository, String without, String in, JobContext job)
            throws ProblemException, InterruptedException {
        String answer = near(
                        GitRun.At.in(repository), List.of("rev-list", "--count", id(in), "^" + id(without), "--"), job)
                .answer()
                .strip();
        return Long.parseLong(answer);
    }

    /**
     * Commits that one has in its history and the other has not, newest first: records of id, seconds since 1970 and subject,
     * each of the three ended by NUL; at most so many.
     *
     * @param borrowed objects of the other repository, where the one commit may be
     */
    public String log(Path repository, Path borrowed, String without, String in, int most, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = List.of(
                "log", "-z", "--format=%H%x00%ct%x00%s", "--max-count=" + most, id(in), "^" + id(without), "--");
        return utf8(near(new GitRun.At(Optional.of(repository), Optional.of(borrowed)), words, job)
                .answer());
    }

    /** All files of a commit or tree: records {@code mode SPACE type SPACE id SPACES size TAB path}, each ended by NUL. */
    public String files(Path repository, String id, JobContext job) throws ProblemException, InterruptedException {
        return near(GitRun.At.in(repository), List.of("ls-tree", "-r", "-l", "-z", "--full-tree", id(id)), job)
                .answer();
    }

    /** Writes all packs of a repository, and what it borrows, into one pack of its own. */
    public void repack(Path repository, JobContext job) throws ProblemException, InterruptedException {
        near(GitRun.At.in(repository), List.of("repack", "-a", "-d", "-q"), job);
    }

    /** Writes branches and tags with all their history into one file that git can clone from. */
    public void bundle(Path repository, Path file, JobContext job) throws ProblemException, InterruptedException {
        near(
                GitRun.At.in(repository),
                List.of("bundle", "create", "-q", file.toAbsolutePath().toString(), "--all"),
                job);
    }

    /**
     * Refuses a program that does not know yet how to leave a person's settings aside.
     *
     * @throws ProblemException {@code git.old} with its version
     */
    public void requireNew(JobContext job) throws ProblemException, InterruptedException {
        String said =
                near(GitRun.At.nowhere(), List.of("--version"), job).answer().strip();
        Matcher version = VERSION.matcher(said);
        boolean fine = version.matches()
                && (Integer.parseInt(version.group(1)) > OLDEST_MAJOR
                        || Integer.parseInt(version.group(1)) == OLDEST_MAJOR
                                && Integer.parseInt(version.group(2)) >= OLDEST_MINOR);
        if (!fine) {
            throw new ProblemException(Problem.of("git.old", Problem.Category.STORAGE, "object", said));
        }
    }

    private GitRun.Ended near(GitRun.At at, List<String> words, JobContext job)
            throws ProblemException, InterruptedException {
        GitRun.Ended ended = ended(at, words, job);
        if (ended.exit() != 0) {
            throw failed(words, ended);
        }
        return ended;
    }

    private GitRun.Ended ended(GitRun.At at, List<String> words, JobContext job)
            throws ProblemException, InterruptedException {
        return new GitRun(path, Duration.ofHours(6)).run(at, words, line -> {}, job);
    }

    private Heard far(GitRun.At at, List<String> words, String url, TransferSettings settings, JobContext job)
            throws ProblemException, InterruptedException {
        Duration silence = Duration.ofSeconds(Math.max(LEAST_SILENCE, 4L * settings.timeoutSeconds()));
        Listening listening = new Listening(job);
        GitRun.Ended ended = new GitRun(path, silence).run(at, words, listening, job);
        if (ended.exit() != 0) {
            Problem problem = Problem.of("upstream.git", Problem.Category.UNREACHABLE, "object", url);
            throw new ProblemException(problem.with(Said.of(ended.said()).whole()));
        }
        return new Heard(ended, listening.shallow);
    }

    /**
     * What a run with another machine came to.
     *
     * @param shallow whether refs were left out because their history is cut off there; git exits 0 all the same
     */
    private record Heard(GitRun.Ended ended, boolean shallow) {}

    /** Hears what git says on the way, on one thread of the run; read when that has ended. */
    private static final class Listening implements Consumer<String> {
        private final JobContext job;
        private long shown;
        private boolean shallow;

        Listening(JobContext job) {
            this.job = job;
        }

        @Override
        public void accept(String line) {
            shallow |= line.startsWith("warning: ") && line.endsWith(SHALLOW);
            Matcher receiving = RECEIVING.matcher(line);
            if (receiving.matches() && receiving.group(1).length() < 18) {
                long now = Long.parseLong(receiving.group(1));
                for (; shown < now; shown++) {
                    job.progress().file();
                }
            }
        }
    }

    private static List<String> settings(TransferSettings settings) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=" + settings.timeoutSeconds()));
        if (!settings.proxy().isEmpty()) {
            words.addAll(List.of("-c", "http.proxy=" + settings.proxy()));
        }
        if (!settings.caFile().isEmpty()) {
            words.addAll(List.of("-c", "http.sslCAInfo=" + settings.caFile()));
        }
        return words;
    }

    private static String id(String text) throws ProblemException {
        if (!isId(text)) {
            throw new ProblemException(Problem.of("git.id", Problem.Category.BUG, "object", text));
        }
        return text;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static ProblemException failed(List<String> words, GitRun.Ended ended) {
        Problem problem = Problem.of("program.git", Problem.Category.STORAGE, "object", "git " + words.getFirst());
        return new ProblemException(
                problem.with(ended.exit() + ": " + Said.of(ended.said()).whole()));
    }
}

package io.tidemark.kind.git;

import io.tidemark.job.JobContext;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes of what an upstream offers what the engine wants to know, with the guards against history that was rewritten. */
final class GitSurvey {

    private static final int MOST = 256 << 20;

    /** A version of more packs than this gets one new pack of everything instead of sharing them. */
    private static final int MOST_PACKS = 48;

    private final Git git;
    private final SurveyRequest request;
    private final JobContext job;
    private final List<Gate> gates = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    GitSurvey(Git git, SurveyRequest request, JobContext job) {
        this.git = git;
        this.request = request;
        this.job = job;
    }

    Survey survey() throws ProblemException, InterruptedException {
        git.requireNew(job);
        RefPatterns wanted = RefPatterns.of(request.config().upstream());
        String answer = new String(request.source().read(GitSource.OFFERS, MOST, job), StandardCharsets.ISO_8859_1);
        Refs refs = Refs.offered(answer, wanted);
        if (refs.ids().isEmpty()) {
            throw new ProblemException(Problem.of(
                    "git.empty",
                    Problem.Category.REFUSED,
                    "object",
                    request.source().root()));
        }
        SortedMap<String, Long> shared = new TreeMap<>();
        Optional<BareRepository> base = base(request.baseTree());
        if (base.isPresent()) {
            compare(base.get().refs(), refs);
            shared = sharable(base.get());
        }
        String fingerprint =
                GitFiles.identity((refs.head() + "\n" + new String(refs.infoFile(), StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1));
        return new Survey(
                fingerprint, GitFiles.of(refs, shared), RefFacts.of(refs, fingerprint), gates, List.of(), notices);
    }

    /** Packs pile up with every version; now and then all is written into one again. */
    private static SortedMap<String, Long> sharable(BareRepository base) throws ProblemException {
        SortedMap<String, Long> files = base.objects();
        long packs =
                files.keySet().stream().filter(path -> path.endsWith(".pack")).count();
        return packs < MOST_PACKS && !base.borrows() ? files : new TreeMap<>();
    }

    /** What can be built upon: not a clone that was taken over without its whole history. */
    static Optional<BareRepository> base(Optional<Path> tree) throws ProblemException {
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        BareRepository base = new BareRepository(tree.get());
        if (!BareRepository.is(base.root())) {
            throw new ProblemException(Problem.of("git.read", Problem.Category.STORAGE, "object", base.root()));
        }
        return base.whole() ? Optional.of(base) : Optional.empty();
    }

    private void compare(Refs before, Refs after) throws ProblemException, InterruptedException {
        List<String> gone = before.branches().keySet().stream()
                .filter(ref -> !after.ids().containsKey(ref))
                .toList();
        shrank(before.branches().size(), gone);
        if (!gone.isEmpty()) {
            notices.add(Notice.warning("notice.git.gone", "count", gone.size(), "branches", names(gone)));
        }
        List<String> moved = before.ids().keySet().stream()
                .filter(ref -> after.ids().containsKey(ref)
                        && !after.ids().get(ref).equals(before.ids().get(ref)))
                .toList();
        if (!moved.isEmpty()) {
            Rewritten rewritten = Rewritten.find(git, request, before, after, moved, job);
            notices.addAll(rewritten.notices());
            String key = rewritten.refs().isEmpty() ? "gate.git.rewritten.ok" : "gate.git.rewritten";
            gates.add(gate(
                    Rewritten.GUARD,
                    rewritten.refs().isEmpty(),
                    Phrase.of(
                            key,
                            "count",
                            rewritten.refs().isEmpty()
                                    ? moved.size()
                                    : rewritten.refs().size(),
                            "refs",
                            names(rewritten.refs()))));
        }
    }

    private void shrank(int had, List<String> gone) {
        int limit = request.config().policies().maxShrinkPercent();
        if (had > 0) {
            boolean open = (long) gone.size() * 100 <= (long) had * limit || gone.size() < 2 && had > 1;
            String key = open ? "gate.git.shrank.ok" : "gate.git.shrank";
            gates.add(gate("shrank", open, Phrase.of(key, "lost", gone.size(), "all", had, "limit", limit)));
        }
    }

    private Gate gate(String name, boolean open, Phrase phrase) {
        Optional<Phrase> override = open ? Optional.empty() : Optional.of(Phrase.of("gate.git.override", "name", name));
        return new Gate(name, open || request.overrides().contains(name), phrase, override);
    }

    /** A few of them, as people call them. */
    static String names(List<String> refs) {
        String few =
                String.join(", ", refs.stream().limit(6).map(RefFacts::plain).toList());
        return refs.size() > 6 ? few + " …" : few;
    }
}

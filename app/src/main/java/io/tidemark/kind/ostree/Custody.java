package io.tidemark.kind.ostree;

import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether what clients of a repository are told is ours to write: not where somebody signs it whose key we were not given,
 * and not where Flatpak keeps words of its own, which clients read first and which only it can write anew.
 */
record Custody(OpenRepository repository, OstreeOptions options) {

    private static final String INDEX = "summary.idx";

    static Custody of(Member member, OstreeOptions options) {
        return new Custody(member.repository(), options);
    }

    /** Whether a summary of ours would be as good to clients as the one that is there. */
    boolean ours() throws ProblemException {
        return !flatpak() && (unbound() || !repository.signed());
    }

    /** Refuses to tell clients anything that they would refuse or not see. */
    void require() throws ProblemException {
        if (flatpak()) {
            throw new ProblemException(
                    Problem.of("ostree.flatpak", Problem.Category.REFUSED, "object", repository.path()));
        } else if (!unbound() && repository.signed()) {
            throw signed(keysOfSummary());
        }
    }

    /** Refuses, besides, to follow a signed commit by one that nobody signs. */
    void requireAfter(Optional<Commit> head) throws ProblemException {
        require();
        Detached words =
                head.isPresent() ? repository.objects().detached(head.get().id()) : Detached.none();
        if (!unbound() && words.signed()) {
            throw signed(words.gpg());
        }
    }

    /** What whoever takes the repository over should know. */
    List<Notice> notices() throws ProblemException {
        if (flatpak()) {
            return List.of(Notice.warning("notice.ostree.flatpak", "object", repository.path()));
        }
        TreeSet<String> keys = new TreeSet<>(keysOfSummary());
        boolean signed = repository.signed();
        for (Ref ref : repository.refs()) {
            Detached words = repository.objects().detached(ref.commit());
            signed |= words.signed();
            keys.addAll(words.gpg());
        }
        return signed
                ? List.of(Notice.warning("notice.ostree.signed", "object", repository.path(), "key", named(keys)))
                : List.of();
    }

    private boolean unbound() {
        return options.signing().isPresent() || options.unsigned();
    }

    private boolean flatpak() throws ProblemException {
        Optional<Summary> summary = repository.summary();
        return repository.settings().flatpak()
                || summary.isPresent() && summary.get().flatpak()
                || Files.exists(repository.path().resolve(INDEX), LinkOption.NOFOLLOW_LINKS);
    }

    private ProblemException signed(Iterable<String> keys) {
        return new ProblemException(
                Problem.of("ostree.signed", Problem.Category.REFUSED, "object", repository.path(), "key", named(keys)));
    }

    private List<String> keysOfSummary() throws ProblemException {
        Path file = repository.path().resolve("summary.sig");
        if (!repository.signed()) {
            return List.of();
        }
        try {
            return Detached.read(Files.readAllBytes(file)).gpg();
        } catch (Malformed damaged) {
            throw Problems.damaged(file, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }

    /** Signatures may not say whose they are. */
    private static String named(Iterable<String> keys) {
        TreeSet<String> known = new TreeSet<>();
        keys.forEach(key -> known.add(key.isEmpty() ? "?" : key));
        return known.isEmpty() ? "?" : String.join(", ", known);
    }
}

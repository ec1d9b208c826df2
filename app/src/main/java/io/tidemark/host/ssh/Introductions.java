package io.tidemark.host.ssh;

import io.tidemark.model.Asking;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.ProblemException;
import java.util.Optional;

/** What is done with the keys of hosts that cannot simply be trusted. */
final class Introductions {

    private final SshPlaces places;
    private final Asking asking;

    Introductions(SshPlaces places, Asking asking) {
        this.places = places;
        this.asking = asking;
    }

    /** What the files say about a host now. */
    KnownHosts known(SshTarget target) throws ProblemException {
        return KnownHosts.about(target.knownAs(), places.knownHosts());
    }

    /**
     * Remembers the key of a host that nothing was known of, if it is the one expected, or if a person says so.
     *
     * @throws ProblemException {@code ssh.host-key.…} if not
     */
    void introduce(SshTarget target, HostKey key, Optional<String> expected) throws ProblemException {
        requireExpected(target, key, expected);
        HostKeyQuestion question = new HostKeyQuestion(target.knownAs(), key.type(), key.fingerprint());
        if (expected.isEmpty() && !asking.trust(question)) {
            throw problem("unknown", target, key);
        }
        new KnownHostsFile(places.knownHosts().getFirst()).add(target.knownAs(), key);
    }

    /** The key of a host, if its judgement lets us go on. */
    HostKey require(SshTarget target, Verdict verdict, Optional<String> expected) throws ProblemException {
        return switch (verdict) {
            case Verdict.Trusted trusted -> requireExpected(target, trusted.key(), expected);
            case Verdict.Unknown unknown -> throw problem("unknown", target, unknown.key());
            case Verdict.Changed changed -> throw problem("changed", target, changed.key(), changed.known());
            case Verdict.Revoked revoked -> throw problem("revoked", target, revoked.key(), revoked.by());
            case Verdict.Unfit unfit ->
                throw SshProblems.problem("ssh.host-key.unfit", Category.REFUSED, target, new BadKey(unfit.why()));
        };
    }

    private static HostKey requireExpected(SshTarget target, HostKey key, Optional<String> expected)
            throws ProblemException {
        if (expected.isPresent() && !expected.get().equals(key.fingerprint())) {
            throw new ProblemException(Problem.of(
                    "ssh.host-key.fingerprint",
                    Category.REFUSED,
                    "object",
                    target.knownAs(),
                    "fingerprint",
                    key.fingerprint(),
                    "expected",
                    Shown.text(expected.get())));
        }
        return key;
    }

    private static ProblemException problem(String what, SshTarget target, HostKey key) {
        return new ProblemException(Problem.of(
                "ssh.host-key." + what,
                Category.REFUSED,
                "object",
                target.knownAs(),
                "type",
                key.type(),
                "fingerprint",
                key.fingerprint()));
    }

    private static ProblemException problem(String what, SshTarget target, HostKey key, KnownLine line) {
        return new ProblemException(Problem.of(
                "ssh.host-key." + what,
                Category.REFUSED,
                "object",
                target.knownAs(),
                "type",
                key.type(),
                "fingerprint",
                key.fingerprint(),
                "file",
                line.file(),
                "line",
                line.number()));
    }
}

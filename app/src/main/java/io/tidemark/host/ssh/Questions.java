package io.tidemark.host.ssh;

import io.tidemark.model.Asking;
import io.tidemark.model.SecretQuestion;
import io.tidemark.model.SecretQuestion.Kind;
import java.util.Arrays;
import java.util.Optional;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/** What is asked of the person while a link is authenticated. Secrets are wiped as soon as they were used. */
final class Questions {

    /** How often a person may answer wrongly. */
    static final int MOST = 3;

    private final Asking asking;
    private final Link link;
    private final Deadlines deadlines;
    private final String account;

    Questions(Asking asking, Link link, Deadlines deadlines) {
        this.asking = asking;
        this.link = link;
        this.deadlines = deadlines;
        this.account = link.target().toString();
    }

    /** Opens a key with the passphrase that the person types; empty if they will not, or cannot. */
    Optional<FileSigner> open(KeyFile file) {
        for (int attempt = 1; attempt <= MOST; attempt++) {
            Optional<char[]> typed = asking.secret(
                    new SecretQuestion(Kind.PASSPHRASE, file.path().toString(), "", attempt, true));
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Optional<FileSigner> opened = file.open(typed.get());
            Arrays.fill(typed.get(), '\0');
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    /** One attempt with a password; empty if the person gives none. */
    Optional<AuthMethod> password(int attempt) {
        return asking.secret(new SecretQuestion(Kind.PASSWORD, account, "", attempt, true))
                .map(typed -> new AuthPassword(new Typed(typed)));
    }

    /** One attempt in which the host asks what it likes; closed by the caller. */
    InteractiveMethod interactive(int attempt) {
        return new InteractiveMethod(
                (prompt, hidden) -> answer(prompt, hidden, attempt),
                () -> link.watchdog().begin(Step.AUTHENTICATION, deadlines.authentication()));
    }

    private char[] answer(String prompt, boolean hidden, int attempt) {
        String said = Shown.text(prompt.strip());
        return asking.secret(new SecretQuestion(Kind.ANSWER, account, said, attempt, hidden))
                .orElse(null);
    }

    /** A password handed over once; sshj wipes what it gets. */
    private record Typed(char[] secret) implements PasswordFinder {

        @Override
        public char[] reqPassword(Resource<?> resource) {
            return secret;
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}

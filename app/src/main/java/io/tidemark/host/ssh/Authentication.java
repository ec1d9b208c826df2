package io.tidemark.host.ssh;

import io.tidemark.model.Asking;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;

/**
 * Says on one link who we are: with keys that need nobody first, then with keys whose passphrase a person knows, then
 * with what the person types. A host may want several of them.
 */
final class Authentication {

    private final Link link;
    private final SshPlaces places;
    private final Deadlines deadlines;
    private final Questions questions;
    private final SshTarget target;

    Authentication(Link link, SshPlaces places, Deadlines deadlines, Asking asking) {
        this.link = link;
        this.places = places;
        this.deadlines = deadlines;
        target = link.target();
        questions = new Questions(asking, link, deadlines);
    }

    /**
     * Tries what the host allows until it is satisfied.
     *
     * @throws ProblemException {@code ssh.auth} if nothing is left, {@code ssh.key} if a configured key cannot be read
     */
    Identity authenticate() throws ProblemException, InterruptedException {
        if (attempt(new AuthNone())) {
            return new Identity.OfPerson();
        }
        Optional<Identity> byKey = allowed("publickey") ? keys() : Optional.empty();
        if (byKey.isPresent()) {
            return byKey.get();
        }
        if (interactive()) {
            return new Identity.OfPerson();
        }
        if (allowed("password") && password()) {
            return new Identity.OfPerson();
        }
        throw SshProblems.problem(
                "ssh.auth",
                Problem.Category.REFUSED,
                target,
                new IOException(String.join(",", link.client().authentication().getAllowedMethods())));
    }

    private Optional<Identity> keys() throws ProblemException, InterruptedException {
        List<KeyFile> files = files();
        List<Signer> agent = agent();
        for (Signer signer : agent) {
            if (ofFile(signer, files) && attempt(new PublicKeyMethod(signer))) {
                return Optional.of(signer.identity());
            }
        }
        for (KeyFile file : files) {
            Optional<Identity> identity = file.encrypted() ? Optional.empty() : file(file);
            if (identity.isPresent()) {
                return identity;
            }
        }
        for (Signer signer : agent) {
            if (!ofFile(signer, files) && attempt(new PublicKeyMethod(signer))) {
                return Optional.of(signer.identity());
            }
        }
        return encrypted(files, agent);
    }

    private Optional<Identity> encrypted(List<KeyFile> files, List<Signer> agent)
            throws ProblemException, InterruptedException {
        for (KeyFile file : files) {
            boolean tried = file.known().isPresent()
                    && agent.stream()
                            .anyMatch(signer -> signer.key().equals(file.known().get()));
            if (file.encrypted() && !tried && wanted(file)) {
                Optional<FileSigner> opened = questions.open(file);
                if (opened.isPresent() && attempt(new PublicKeyMethod(opened.get()))) {
                    return Optional.of(opened.get().identity());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Identity> file(KeyFile file) throws ProblemException, InterruptedException {
        FileSigner signer = file.open();
        return attempt(new PublicKeyMethod(signer)) ? Optional.of(signer.identity()) : Optional.empty();
    }

    /** Whether the host would take an encrypted key; where its public half is not known, it might. */
    private boolean wanted(KeyFile file) throws ProblemException, InterruptedException {
        if (file.known().isEmpty()) {
            return true;
        }
        ProbeMethod probe = new ProbeMethod(file.known().get());
        attempt(probe);
        return probe.taken();
    }

    private boolean interactive() throws ProblemException, InterruptedException {
        for (int attempt = 1; attempt <= Questions.MOST && allowed("keyboard-interactive"); attempt++) {
            try (InteractiveMethod method = questions.interactive(attempt)) {
                if (authenticated(method)) {
                    return true;
                }
                if (method.refused()) {
                    return false;
                }
            } catch (IOException e) {
                throw link.failed(e);
            }
        }
        return false;
    }

    private boolean password() throws ProblemException, InterruptedException {
        for (int attempt = 1; attempt <= Questions.MOST && allowed("password"); attempt++) {
            Optional<AuthMethod> method = questions.password(attempt);
            if (method.isEmpty()) {
                return false;
            }
            if (attempt(method.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean attempt(AuthMethod method) throws ProblemException, InterruptedException {
        return link.step(Step.AUTHENTICATION, deadlines.authentication(), () -> authenticated(method));
    }

    private boolean authenticated(AuthMethod method) throws IOException {
        try {
            return link.client().authenticate(target.user(), method);
        } catch (UserAuthException refused) {
            if (!link.client().isConnected()) {
                throw refused;
            }
            return false;
        }
    }

    private boolean allowed(String method) {
        return link.client().authentication().getAllowedMethods().contains(method);
    }

    /** A key that is configured must be there; the usual ones need not. */
    private List<KeyFile> files() throws ProblemException {
        List<KeyFile> files = new ArrayList<>();
        for (Path path : target.identities()) {
            files.add(KeyFile.read(path));
        }
        if (target.identities().isEmpty()) {
            for (Path path : places.identities()) {
                if (Files.isReadable(path)) {
                    files.add(KeyFile.read(path));
                }
            }
        }
        return files;
    }

    /** An agent that does not answer has no keys. */
    private List<Signer> agent() {
        try {
            return places.agent().isEmpty()
                    ? List.of()
                    : new Agent(places.agent().get(), deadlines.authentication()).keys();
        } catch (IOException silent) {
            return List.of();
        }
    }

    private static boolean ofFile(Signer signer, List<KeyFile> files) {
        return files.stream().anyMatch(file -> file.known().equals(Optional.of(signer.key())));
    }
}

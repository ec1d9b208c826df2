package io.tidemark.host.provision;

import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * What a host should be.
 *
 * @param account who owns the content; may not log in
 * @param home directory of the account
 * @param root directory that all trees lie in; FTP clients see it as theirs
 * @param trees what is published
 * @param web how the web server publishes it
 * @param connections how many rsync clients at once
 * @param ftp whether an FTP server publishes it too
 * @param pulls what is fetched from other mirrors, each at its time
 */
public record Profile(
        String account,
        String home,
        String root,
        List<Tree> trees,
        Web web,
        int connections,
        boolean ftp,
        List<Pull> pulls) {

    public Profile {
        trees = List.copyOf(trees);
        pulls = List.copyOf(pulls);
    }

    /** Which web server. */
    public enum WebServer {
        NGINX,
        APACHE
    }

    /** Where certificates come from. */
    public sealed interface Tls {
        /** None: HTTP only. */
        record None() implements Tls {}

        /** From Let's Encrypt by certbot, which changes the site itself. */
        record Certbot(String mail) implements Tls {}

        /** A certificate and a key that lie on the host, from the site's own authority. */
        record Own(String certificate, String key) implements Tls {}
    }

    /**
     * The web server.
     *
     * @param name the host's public name
     * @param address where it listens, an IPv4 address; empty for all addresses
     * @param port on which it listens: HTTP, or HTTPS where the certificate is the site's own
     */
    public record Web(WebServer server, String name, Optional<String> address, int port, Tls tls) {}

    /**
     * A tree that is fetched from another mirror.
     *
     * @param tree name of the tree
     * @param from an rsync URL
     * @param hours between two runs, 1 to 24
     * @param minute of the hour, so that not all mirrors come at once
     */
    public record Pull(String tree, String from, int hours, int minute) {}

    /**
     * Returns if all of it can be written literally into the files of servers.
     *
     * @throws ProblemException {@code provision.field}
     */
    public void require() throws ProblemException {
        Fields.requireAccount("account", account);
        Fields.requirePath("home", home);
        Fields.requirePath("root", root);
        Fields.requireHost("name", web.name());
        if (web.address().isPresent()) {
            Fields.requireAddress("address", web.address().get());
        }
        Fields.requirePort("port", web.port());
        switch (web.tls()) {
            case Tls.None() -> {}
            case Tls.Certbot(String mail) -> Fields.requireMail("mail", mail);
            case Tls.Own(String certificate, String key) -> {
                Fields.requirePath("certificate", certificate);
                Fields.requirePath("key", key);
            }
        }
        for (Pull pull : pulls) {
            Fields.requireName("tree", pull.tree());
            Fields.requireText("from", pull.from());
        }
    }

    /** The tree of a name. */
    Optional<Tree> tree(String name) {
        return trees.stream().filter(tree -> tree.name().equals(name)).findFirst();
    }
}

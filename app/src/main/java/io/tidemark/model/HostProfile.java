package io.tidemark.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
 * @param firewall whether its firewall, where it has one, is to let clients in
 * @param ignored paths of files and names of services that are left to the host as they are
 */
public record HostProfile(
        String account,
        String home,
        String root,
        List<Tree> trees,
        Web web,
        int connections,
        boolean ftp,
        List<Pull> pulls,
        boolean firewall,
        List<String> ignored) {

    public HostProfile {
        trees = List.copyOf(trees);
        pulls = List.copyOf(pulls);
        ignored = List.copyOf(ignored);
    }

    /** Which web server. */
    public enum WebServer {
        NGINX,
        APACHE
    }

    /**
     * A published directory of a host.
     *
     * @param name the rsync module, and the path below the address of the web server
     * @param path where it lies on the host, absolute
     * @param comment what rsync says about it
     * @param moving paths below it whose content changes, without slashes at their ends: channels, documents; what is not
     *     named here and is a file below a directory is a version's, and never changes
     */
    public record Tree(String name, String path, String comment, List<String> moving) {
        public Tree {
            moving = List.copyOf(moving);
        }
    }

    /** Where certificates come from. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tls")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Tls.None.class, name = "none"),
        @JsonSubTypes.Type(value = Tls.Certbot.class, name = "certbot"),
        @JsonSubTypes.Type(value = Tls.Own.class, name = "own"),
    })
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
    public record Web(WebServer server, String name, Optional<String> address, int port, Tls tls) {

        private static final int HTTP = 80;
        private static final int HTTPS = 443;

        /** Whether clients come by HTTPS. */
        public boolean secure() {
            return !(tls instanceof Tls.None);
        }

        /** The port that clients come to; certbot makes a site for HTTPS beside the one for HTTP. */
        public int publicPort() {
            return tls instanceof Tls.Certbot ? HTTPS : port;
        }

        /** What every URL there begins with, without a slash at the end. */
        public String url() {
            boolean usual = publicPort() == (secure() ? HTTPS : HTTP);
            return (secure() ? "https://" : "http://") + name + (usual ? "" : ":" + publicPort());
        }
    }

    /**
     * A tree that is fetched from another mirror.
     *
     * @param tree name of the tree
     * @param from an rsync URL
     * @param hours between two runs, 1 to 24
     * @param minute of the hour, so that not all mirrors come at once
     */
    public record Pull(String tree, String from, int hours, int minute) {}

    /** The same with other things left to the host. */
    public HostProfile ignoring(List<String> others) {
        return new HostProfile(account, home, root, trees, web, connections, ftp, pulls, firewall, others);
    }

    /** The tree of a name. */
    public Optional<Tree> tree(String name) {
        return trees.stream().filter(tree -> tree.name().equals(name)).findFirst();
    }
}

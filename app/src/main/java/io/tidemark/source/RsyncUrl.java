package io.tidemark.source;

import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an rsync upstream lies: {@code rsync://[user@]host[:port]/module/path} for a daemon, see rsync(1), and
 * {@code rsync+ssh://[user@]host[:port]/path} for an account reached by the system's {@code ssh}. Nothing in it is
 * decoded, and nothing that a shell or rsync would expand is taken.
 *
 * @param text as people wrote it
 * @param root what rsync is told, with a slash at its end
 * @param module the daemon's module, empty where none was named; none for SSH
 * @param port for SSH, 0 for its usual one
 */
record RsyncUrl(String text, String root, Optional<String> module, int port) {

    private static final String USER = "(?:([a-z0-9_][a-z0-9._-]{0,63})@)?";
    private static final String HOST = "([a-z0-9][a-z0-9.-]{0,252}|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?";
    private static final Pattern FORM = Pattern.compile("(?i)rsync(\\+ssh)?://" + USER + HOST + "(?:/(.*))?");
    private static final Pattern EXPANDED = Pattern.compile("[*?\\[\\]\\\\]");
    private static final int HIGHEST_PORT = 65_535;

    static RsyncUrl parse(String text) throws ProblemException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            Userinfo.requireNoPassword(text);
            throw Userinfo.refused("upstream.url", text);
        }
        int port = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
        String path = path(text, form.group(5) == null ? "" : form.group(5));
        if (port > HIGHEST_PORT) {
            throw Userinfo.refused("upstream.url", text);
        }
        String account = (form.group(2) == null ? "" : form.group(2) + "@") + form.group(3);
        return form.group(1) == null ? daemon(text, account, port, path) : shell(text, account, port, path);
    }

    private static RsyncUrl daemon(String text, String account, int port, String path) {
        String root = "rsync://" + account + (port == 0 ? "" : ":" + port) + "/" + slashed(path);
        int slash = path.indexOf('/');
        return new RsyncUrl(text, root, Optional.of(slash < 0 ? path : path.substring(0, slash)), port);
    }

    private static RsyncUrl shell(String text, String account, int port, String path) {
        return new RsyncUrl(text, account + ":/" + slashed(path), Optional.empty(), port);
    }

    boolean overSsh() {
        return module.isEmpty();
    }

    /** Whether a module is wanted and none was named. */
    boolean lacksModule() {
        return module.filter(String::isEmpty).isPresent();
    }

    /** How rsync gets there, if not by itself. BatchMode asks nobody: an unknown host key ends it. */
    List<String> way(int seconds) {
        List<String> words = new ArrayList<>();
        if (overSsh()) {
            String ssh = "ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=" + seconds
                    + " -o ServerAliveInterval=" + seconds;
            words.addAll(List.of("-s", "-e", port == 0 ? ssh : ssh + " -p " + port));
        } else {
            words.add("--contimeout=" + seconds);
        }
        return words;
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }

    private static String path(String text, String path) throws ProblemException {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (String name : bare.isEmpty() ? new String[0] : bare.split("/", -1)) {
            if (!Locations.validName(name) || EXPANDED.matcher(name).find()) {
                throw Userinfo.refused("upstream.url", text);
            }
        }
        return bare;
    }
}

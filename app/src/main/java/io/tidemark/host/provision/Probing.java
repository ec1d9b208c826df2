package io.tidemark.host.provision;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the servers of a host, from the host itself, for what they should give and for what they should not. */
record Probing(Doing doing, Goal goal) {

    private static final String DOT = "/.tidemark-probe/";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String HTTPS_PORT = "443";
    private static final String NO_PROGRAM = "none";

    /**
     * Asks all of them.
     *
     * @return what could not be asked
     * @throws ProblemException {@code provision.probe} if an answer is not the right one
     */
    List<Notice> run(boolean web, boolean rsync) throws ProblemException, InterruptedException {
        List<String> trees =
                goal.profile().trees().stream().map(HostProfile.Tree::path).toList();
        List<Notice> notices = new ArrayList<>();
        dots("make", trees);
        try {
            if (web) {
                web().ifPresent(notices::add);
            }
            if (rsync) {
                rsync();
            }
        } finally {
            dots("remove", trees);
        }
        return notices;
    }

    private void dots(String how, List<String> trees) throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(how));
        words.addAll(trees);
        doing.must("provision.step", DOT, Command.of(Verb.PROVISION_DOT, words));
    }

    private Optional<Notice> web() throws ProblemException, InterruptedException {
        HostProfile.Web web = goal.profile().web();
        String port = Integer.toString(web.port());
        boolean asked =
                switch (web.tls()) {
                    case HostProfile.Tls.None() -> asked("http", port, false);
                    case HostProfile.Tls.Own _ -> asked("https", port, false);
                    case HostProfile.Tls.Certbot _ -> asked("http", port, true) && asked("https", HTTPS_PORT, false);
                };
        return asked ? Optional.empty() : Optional.of(Notice.warning("provision.no-client"));
    }

    /** @param leads whether the answer may lead elsewhere: from HTTP to HTTPS */
    private boolean asked(String scheme, String port, boolean leads) throws ProblemException, InterruptedException {
        HostProfile.Web web = goal.profile().web();
        List<String> words =
                new ArrayList<>(List.of(scheme, web.name(), web.address().orElse(LOOPBACK), port));
        for (HostProfile.Tree tree : goal.profile().trees()) {
            words.add("/" + tree.name() + "/");
            words.add("/" + tree.name() + DOT);
        }
        List<String> codes =
                doing.ask(Command.of(Verb.ASK_WEB, words)).text().lines().toList();
        if (codes.contains(NO_PROGRAM)) {
            return false;
        }
        List<String> paths = words.subList(4, words.size());
        for (int i = 0; i < paths.size(); i++) {
            String code = i < codes.size() ? codes.get(i) : "-";
            if (!right(paths.get(i), code) && !(leads && code.startsWith("30"))) {
                throw doing.failed("provision.probe", scheme + "://" + web.name() + ":" + port + paths.get(i), code);
            }
        }
        return true;
    }

    private static boolean right(String path, String code) {
        return path.endsWith(DOT) ? code.equals("404") || code.equals("403") : code.equals("200");
    }

    private void rsync() throws ProblemException, InterruptedException {
        String url = "rsync://" + LOOPBACK + "/";
        Answer list = doing.must("provision.probe", url, Command.of(Verb.ASK_RSYNC, url));
        List<String> modules =
                list.text().lines().map(line -> line.split("\\s")[0]).toList();
        for (HostProfile.Tree tree : goal.profile().trees()) {
            if (!modules.contains(tree.name())) {
                throw doing.failed("provision.probe", url + tree.name(), list.text());
            }
            String hidden = url + tree.name() + DOT;
            if (doing.ask(Command.of(Verb.ASK_RSYNC, hidden)).well()) {
                throw doing.failed("provision.probe", hidden, DOT);
            }
        }
    }
}

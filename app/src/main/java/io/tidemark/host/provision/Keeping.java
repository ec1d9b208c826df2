package io.tidemark.host.provision;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.RemoteProcess;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is kept on the host before it is changed, and put back from there. One person at a time holds it. */
final class Keeping implements AutoCloseable {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_WORD = 16;

    private final Doing doing;
    private final RemoteProcess hold;

    private Keeping(Doing doing, RemoteProcess hold) {
        this.doing = doing;
        this.hold = hold;
    }

    /**
     * Waits a few seconds for others to finish.
     *
     * @throws ProblemException {@code provision.busy}, {@code ssh.sudo}, {@code ssh.…}
     */
    static Keeping hold(SshConnection connection, String host) throws ProblemException, InterruptedException {
        Doing doing = new Doing(connection, host);
        doing.must(host, Command.of(Verb.ROOT));
        RemoteProcess hold = connection.exec(Command.of(Verb.PROVISION_HOLD));
        String word = word(hold);
        if (word.equals("held")) {
            return new Keeping(doing, hold);
        }
        hold.close();
        throw word.equals("busy")
                ? new ProblemException(Problem.of("provision.busy", Problem.Category.BUSY, "object", host))
                : doing.failed("provision.step", Proposal.KEPT, word);
    }

    private static String word(RemoteProcess hold) throws ProblemException, InterruptedException {
        StringBuilder word = new StringBuilder();
        try {
            for (int next = hold.output().read();
                    next > ' ' && word.length() < LONGEST_WORD;
                    next = hold.output().read()) {
                word.append((char) next);
            }
            return word.toString();
        } catch (IOException e) {
            throw hold.lost(e);
        }
    }

    /** Keeps all that is to be changed; afterwards it can be put back, by us or by whoever comes next. */
    String begin(Survey survey, Instant now) throws ProblemException, InterruptedException {
        String name = NAME.format(now);
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(touched(survey));
        doing.must("provision.keep", Proposal.KEPT + "/" + name, Command.of(Verb.PROVISION_BEGIN, words));
        return name;
    }

    /** It is done; what was kept stays for people. */
    void finish(String name) throws ProblemException, InterruptedException {
        doing.must(Proposal.KEPT + "/" + name, Command.of(Verb.PROVISION_FINISH, name));
    }

    /**
     * Puts back what an unfinished run changed, if there is one.
     *
     * @throws ProblemException {@code provision.half} if not all of it can be
     */
    void undo() throws ProblemException, InterruptedException {
        Answer answer = doing.ask(Command.of(Verb.PROVISION_UNDO));
        if (!answer.well()) {
            ProblemException failed = doing.failed("provision.half", doing.host(), answer.text() + answer.complaints());
            throw new ProblemException(failed.problem().in(Problem.State.UNKNOWN));
        }
    }

    @Override
    public void close() {
        hold.close();
    }

    private static List<String> touched(Survey survey) {
        Set<Query> touched = new LinkedHashSet<>();
        survey.open().forEach(standing -> touched.addAll(touched(standing.aim(), survey)));
        Services.of(survey).keySet().forEach(name -> touched.add(new Query("service", name)));
        List<String> words = new ArrayList<>();
        touched.forEach(query -> words.addAll(List.of(query.kind(), query.name())));
        return words;
    }

    private static List<Query> touched(Aim aim, Survey survey) {
        return switch (aim) {
            case AccountAim one -> one.queries();
            case DirectoryAim one -> one.queries();
            case ContentAim one -> Certbot.withCopies(one, survey.goal());
            case LinkAim one -> one.queries();
            case NoLinkAim one -> List.of(Query.file(one.path()));
            case ServiceAim one -> one.queries();
            case CertificateAim _ -> List.of(Query.file(Certbot.site(survey.goal())));
            case PortAim one -> {
                String firewall = survey.sights().of(Query.firewall()).fact("firewall");
                yield List.of(new Query(firewall, one.rule(firewall)));
            }
            case LabelAim one -> one.queries();
        };
    }
}

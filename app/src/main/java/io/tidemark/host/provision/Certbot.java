package io.tidemark.host.provision;

import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.HostProfile;
import java.util.List;
import java.util.stream.Stream;

/** What certbot does to a site: it gets a certificate, and changes our file; for Apache it makes a second one of it. */
final class Certbot {

    private static final String COPY = "-le-ssl.conf";

    private Certbot() {}

    /** The file that certbot changes. */
    static String site(Goal goal) {
        return goal.family().sitePath(goal.profile().web().server());
    }

    /** Whether it must be run: there is no good certificate, or its lines were written over. */
    static boolean needed(Survey survey) {
        return survey.goal().certbot()
                && (!survey.open(CertificateAim.class).isEmpty()
                        || survey.open(ContentAim.Whole.class).stream().anyMatch(ContentAim.Whole::certbot));
    }

    static Command command(Goal goal) {
        String mail = goal.profile().web().tls() instanceof HostProfile.Tls.Certbot(String given) ? given : "";
        String plugin =
                switch (goal.profile().web().server()) {
                    case NGINX -> "nginx";
                    case APACHE -> "apache";
                };
        return Command.of(Verb.PROVISION_CERTBOT, plugin, goal.profile().web().name(), mail);
    }

    /** What certbot copied from an older site of Apache, and would not copy again. */
    static List<String> copies(Goal goal) {
        boolean apache = goal.profile().web().server() == HostProfile.WebServer.APACHE;
        String copy = site(goal).replaceFirst("[.]conf$", COPY);
        return goal.certbot() && apache
                ? Stream.of(copy, copy.replace("-available/", "-enabled/"))
                        .distinct()
                        .toList()
                : List.of();
    }

    /** What is written with an aim. */
    static List<Query> withCopies(ContentAim aim, Goal goal) {
        List<String> copies = aim.id().equals(site(goal)) ? copies(goal) : List.of();
        return Stream.concat(Stream.of(aim.id()), copies.stream())
                .map(Query::file)
                .toList();
    }
}

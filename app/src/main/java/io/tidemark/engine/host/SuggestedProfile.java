package io.tidemark.engine.host;

import io.tidemark.engine.Workspaces;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.model.Channel;
import io.tidemark.model.Host;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Names;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A profile to begin with: every repository that lies on this machine under a name fit for addresses, published below the host's root by nginx and rsync.
 * Repositories that lie elsewhere, or cannot be read now, are left out.
 */
final class SuggestedProfile {

    private static final String ACCOUNT = "mirror";
    private static final String HOME = "/var/lib/mirror";
    private static final int CONNECTIONS = 25;
    private static final int HTTP = 80;

    private final Workspaces workspaces;
    private final Repositories repositories;

    SuggestedProfile(Workspaces workspaces, Repositories repositories) {
        this.workspaces = workspaces;
        this.repositories = repositories;
    }

    HostProfile of(Host host) throws ProblemException {
        HostProfile.Web web = new HostProfile.Web(
                HostProfile.WebServer.NGINX, host.address(), Optional.empty(), HTTP, new HostProfile.Tls.None());
        return new HostProfile(
                ACCOUNT, HOME, host.root(), trees(host), web, CONNECTIONS, false, List.of(), true, List.of());
    }

    private List<HostProfile.Tree> trees(Host host) throws ProblemException {
        List<HostProfile.Tree> trees = new ArrayList<>();
        for (Workspaces.Place place : workspaces.get().repositories()) {
            if (place.here()) {
                tree(host, place).ifPresent(trees::add);
            }
        }
        return trees;
    }

    private Optional<HostProfile.Tree> tree(Host host, Workspaces.Place place) {
        try {
            Opened opened = repositories.open(place.dir());
            List<String> moving = new ArrayList<>(opened.kind().changingPaths());
            opened.config().channels().stream()
                    .map(Channel::link)
                    .filter(Names::validLink)
                    .forEach(moving::add);
            return Optional.of(opened.name())
                    .filter(Names::validVersion)
                    .map(name -> new HostProfile.Tree(name, host.place(name), name, moving));
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }
}

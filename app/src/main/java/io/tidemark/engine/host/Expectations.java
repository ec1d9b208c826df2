package io.tidemark.engine.host;

import io.tidemark.engine.Workspaces;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.check.HostCheck;
import io.tidemark.host.check.PublicIndex;
import io.tidemark.host.check.Upstream;
import io.tidemark.model.Channel;
import io.tidemark.model.Host;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Names;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What hosts are expected to do, as the repositories of the workspace and their own profiles say. */
record Expectations(Workspaces workspaces, Repositories repositories) {

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443, "rsync", 873);

    HostCheck.Expected of(Host host) throws ProblemException {
        List<Upstream> upstreams = new ArrayList<>();
        List<PublicIndex> indexes = new ArrayList<>();
        for (HostProfile.Pull pull : host.profile().map(HostProfile::pulls).orElse(List.of())) {
            upstream(pull.from(), true).ifPresent(upstreams::add);
        }
        for (Workspaces.Place place : workspaces.get().repositories()) {
            if (place.here()) {
                add(place, upstreams, indexes);
            }
        }
        return new HostCheck.Expected(upstreams.stream().distinct().toList(), indexes, new FarWriters());
    }

    /** A repository that cannot be read now is its own problem, and expects nothing. */
    private void add(Workspaces.Place place, List<Upstream> upstreams, List<PublicIndex> indexes) {
        try {
            Opened opened = repositories.open(place.dir());
            upstream(opened.config().upstream().url(), false).ifPresent(upstreams::add);
            indexes.addAll(indexes(opened));
        } catch (ProblemException unreadable) {
            return;
        }
    }

    private static List<PublicIndex> indexes(Opened opened) throws ProblemException {
        Optional<Version> newest = opened.store().versions().stream()
                .filter(version -> version.state() == VersionState.SEALED)
                .reduce((before, after) -> after);
        if (newest.isEmpty() || !Names.validVersion(opened.name())) {
            return List.of();
        }
        if (opened.kind().images().isPresent() || opened.kind().commits().isPresent()) {
            return documents(opened);
        }
        Optional<String> probe =
                opened.kind().probePath(opened.store().facts(newest.get().name()));
        return opened.config().channels().stream()
                .filter(channel -> Names.validLink(channel.link()))
                .flatMap(channel -> probe.map(path -> index(opened.name(), channel, path)).stream())
                .toList();
    }

    /** Clients of images follow the documents of their series, those of commits the files of their refs. */
    private static List<PublicIndex> documents(Opened opened) {
        return opened.config().channels().stream()
                .map(channel -> new PublicIndex(
                        opened.name(), channel.name(), escaped("/" + opened.name() + "/" + channel.link())))
                .toList();
    }

    private static PublicIndex index(String repository, Channel channel, String probe) {
        String path = "/" + repository + "/" + channel.link() + "/" + probe;
        return new PublicIndex(repository, channel.name(), escaped(path));
    }

    /** A path as RFC 3986 wants it. */
    private static String escaped(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }

    private static Optional<Upstream> upstream(String url, boolean needed) {
        try {
            URI address = new URI(url);
            String scheme = String.valueOf(address.getScheme());
            if (!PORTS.containsKey(scheme) || address.getHost() == null) {
                return Optional.empty();
            }
            int port = address.getPort() > 0 ? address.getPort() : PORTS.get(scheme);
            return Optional.of(new Upstream(address.getHost(), port, needed));
        } catch (java.net.URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}

package io.tidemark.ui.wizard;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Images.Between;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a wizard knows of its repository when it opens.
 *
 * @param name its name in the workspace
 * @param status its state at a glance
 * @param versions its versions by sequence
 * @param kinds the kinds there are
 * @param between what deltas lead between, if there are any
 */
record Facts(String name, RepositoryStatus status, List<Version> versions, List<KindInfo> kinds, Between between) {

    Facts {
        versions = List.copyOf(versions);
        kinds = List.copyOf(kinds);
    }

    static Facts of(String name, Engine engine) throws ProblemException {
        return new Facts(
                name,
                engine.views().status(name),
                engine.views().versions(name),
                engine.views().kinds(),
                engine.images().between(name));
    }

    /** Whether its versions are images of one file each. */
    boolean images() {
        return between == Between.IMAGES;
    }

    /** Whether its versions are commits. */
    boolean commits() {
        return between == Between.COMMITS;
    }

    /** The settings as they are, with these of upstream. */
    Operation configured(Upstream upstream) {
        RepositoryConfig config = status.config();
        Map<String, ChannelPolicy> policies = new LinkedHashMap<>();
        status.channels().forEach(channel -> policies.put(channel.name(), channel.policy()));
        return new Operation.Configure(name, config.name(), upstream, config.transfer(), config.policies(), policies);
    }

    /** Newest first. */
    List<Version> versionsThat(Predicate<Version> wanted) {
        return versions.reversed().stream().filter(wanted).toList();
    }

    List<Version> in(VersionState state) {
        return versionsThat(version -> version.state() == state);
    }

    /** Versions that clients can be given. */
    List<Version> servable() {
        return versionsThat(
                version -> version.state() == VersionState.SEALED || version.state() == VersionState.ADOPTED);
    }

    Optional<Version> version(String wanted) {
        return versions.stream()
                .filter(version -> version.name().equals(wanted))
                .findFirst();
    }

    long sequence(String version) {
        return version(version).map(Version::sequence).orElse(0L);
    }

    Optional<Channel> channel(String wanted) {
        return status.channels().stream()
                .filter(channel -> channel.name().equals(wanted))
                .findFirst();
    }

    Optional<KindInfo> kind() {
        return kinds.stream().filter(kind -> kind.id().equals(status.kind())).findFirst();
    }
}

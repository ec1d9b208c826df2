package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What settings may become.
 *
 * @param saved what they are
 */
record ConfigRules(RepositoryConfig saved) {

    /** Refuses settings that change what a repository is, and channels that could not be. */
    void require(RepositoryConfig config, Path root) throws ProblemException {
        same("id", saved.id(), config.id());
        same("kind", saved.kind(), config.kind());
        same("format", saved.format(), config.format());
        requireChannels(config, root);
    }

    /** Refuses channels that share a name or a link, or lie where no link of ours may be. */
    static void requireChannels(RepositoryConfig config, Path root) throws ProblemException {
        Set<String> taken = new HashSet<>();
        for (Channel channel : config.channels()) {
            Names.requireChannel(channel.name());
            LinkPlace.of(root, channel.link());
            if (!taken.add("name " + channel.name()) || !taken.add("link " + channel.link())) {
                throw new ProblemException(
                        Problem.of("channel.twice", Problem.Category.USAGE, "object", channel.name()));
            }
        }
    }

    private static void same(String what, Object before, Object after) throws ProblemException {
        if (!before.equals(after)) {
            throw new ProblemException(Problem.of(
                    "store.fixed", Problem.Category.USAGE, "object", what, "before", before, "after", after));
        }
    }
}

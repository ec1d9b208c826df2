package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which channels the settings list; nothing is written when it is so already. For the holder of the lock. */
final class ChannelList {

    private final Settings settings;

    ChannelList(Home home) {
        this.settings = new Settings(home);
    }

    /** Puts a new channel into the settings, or takes it out. */
    void list(String name, String link, boolean there) throws ProblemException {
        if (there) {
            Channel fresh = new Channel(name, link, Optional.empty(), Optional.empty(), ChannelPolicy.careful());
            add(fresh, Integer.MAX_VALUE);
        } else {
            remove(name);
        }
    }

    /** Puts a channel into the settings, as it is, at this place of the list or else at its end. */
    void add(Channel channel, int place) throws ProblemException {
        RepositoryConfig config = settings.saved();
        List<Channel> channels = new ArrayList<>(config.channels());
        if (channels.stream().noneMatch(c -> c.name().equals(channel.name()))) {
            channels.add(Math.min(place, channels.size()), channel);
            write(config, channels);
        }
    }

    /** Takes a channel out of the settings. */
    void remove(String name) throws ProblemException {
        RepositoryConfig config = settings.saved();
        List<Channel> channels = new ArrayList<>(config.channels());
        if (channels.removeIf(c -> c.name().equals(name))) {
            write(config, channels);
        }
    }

    private void write(RepositoryConfig config, List<Channel> channels) throws ProblemException {
        settings.write(Settings.encode(Settings.withChannels(config, channels)));
    }
}

package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which channels the settings list. For the holder of the lock. */
final class ChannelList {

    private final Settings settings;

    ChannelList(Home home) {
        this.settings = new Settings(home);
    }

    /** Puts a channel into the settings, or takes it out; nothing is written when it is so already. */
    void list(String name, String link, boolean there) throws ProblemException {
        RepositoryConfig config = settings.saved();
        List<Channel> channels = new ArrayList<>(config.channels());
        boolean changed = channels.removeIf(c -> c.name().equals(name)) != there;
        if (there) {
            channels.add(new Channel(name, link, Optional.empty(), Optional.empty(), ChannelPolicy.careful()));
        }
        if (changed) {
            settings.write(Settings.encode(Settings.withChannels(config, channels)));
        }
    }
}

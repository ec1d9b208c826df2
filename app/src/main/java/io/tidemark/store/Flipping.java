package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Hold;
import io.tidemark.model.ProblemException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Moves a channel: the link, then the hold, then the list of channels. Once the link says the new thing it is finished
 * after a crash; before that it is undone.
 */
final class Flipping implements Doer {

    private final Home home;
    private final Settings settings;
    private final Step.Flip step;
    private final LinkPlace place;

    Flipping(Home home, Step.Flip step) throws ProblemException {
        this.home = home;
        this.settings = new Settings(home);
        this.step = step;
        this.place = LinkPlace.of(home.path, step.link());
    }

    @Override
    public void act() throws ProblemException {
        new Links(home).set(place, raw(step.after()));
        if (!hold().equals(step.hold())) {
            settings.hold(step.channel(), step.hold());
        }
        if (step.create()) {
            new ChannelList(home).list(step.channel(), step.link(), true);
        }
    }

    @Override
    public boolean begun() throws ProblemException {
        boolean moves = !step.before().equals(Optional.of(step.after()));
        return says(Optional.of(step.after())) && (moves || hold().equals(step.hold()));
    }

    @Override
    public void undo() throws ProblemException {
        if (!says(step.before())) {
            restore();
        }
        if (!hold().equals(step.held())) {
            settings.hold(step.channel(), step.held());
        }
        if (step.create()) {
            new ChannelList(home).list(step.channel(), step.link(), false);
        }
    }

    private Optional<Hold> hold() throws ProblemException {
        return Optional.ofNullable(settings.holds().get(step.channel()));
    }

    private void restore() throws ProblemException {
        if (step.before().isPresent()) {
            new Links(home).set(place, raw(step.before().get()));
        } else {
            new Links(home).remove(place);
        }
    }

    private boolean says(Optional<String> text) throws ProblemException {
        Optional<byte[]> now = new Channels(home).text(place);
        return now.isPresent() == text.isPresent() && (now.isEmpty() || Arrays.equals(now.get(), raw(text.get())));
    }

    private static byte[] raw(String escaped) {
        return new EntryPath(escaped).bytes();
    }
}

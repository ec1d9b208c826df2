package io.tidemark.store;

import io.tidemark.model.Hold;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts finished files into their public places, each by one rename or exchange, in order; then the list of series, holds,
 * and last what is removed. Once the first file has its place the rest follows after a crash; an error on the way brings
 * everything back. What was exchanged lies among the products until the journal says that it is done.
 */
final class Publishing implements Doer {

    private static final String GONE = "gone-";

    private final Home home;
    private final Step.Publish step;
    private final Trash trash;
    private final SeriesList series;
    private final Settings settings;

    Publishing(Home home, Step.Publish step, Remover remover) {
        this.home = home;
        this.step = step;
        this.trash = new Trash(home, remover);
        this.series = new SeriesList(home);
        this.settings = new Settings(home);
    }

    @Override
    public void act() throws ProblemException {
        for (Step.Placed file : step.files()) {
            PublishingPlace place = new PublishingPlace(home, file.path());
            if (!place.holds(file.inode())) {
                place.take(file.product());
            }
        }
        if (!series.text().equals(Optional.of(step.after()))) {
            series.write(Optional.of(step.after()));
        }
        for (Map.Entry<String, Step.Held> held : step.holds().entrySet()) {
            hold(held.getKey(), held.getValue().after());
        }
        list(true);
        remove();
    }

    @Override
    public boolean begun() throws ProblemException {
        for (Step.Placed file : step.files()) {
            if (new PublishingPlace(home, file.path()).holds(file.inode())) {
                return true;
            }
        }
        return !step.before().equals(Optional.of(step.after())) && series.text().equals(Optional.of(step.after()));
    }

    @Override
    public void undo() throws ProblemException {
        for (int i = 0; i < step.removals().size(); i++) {
            PublishingPlace place = new PublishingPlace(home, step.removals().get(i));
            if (trash.holds(GONE + i)) {
                try (Dir dir = place.parent()) {
                    trash.giveBack(GONE + i, dir, place.name());
                    dir.fsync();
                }
            }
        }
        list(false);
        for (Map.Entry<String, Step.Held> held : step.holds().entrySet()) {
            hold(held.getKey(), held.getValue().before());
        }
        if (!series.text().equals(step.before())) {
            series.write(step.before());
        }
        for (Step.Placed file : step.files().reversed()) {
            PublishingPlace place = new PublishingPlace(home, file.path());
            if (place.holds(file.inode())) {
                place.giveBack(file.product());
            }
        }
    }

    /** What lay in the places before is not needed any more. */
    @Override
    public void tidy() throws ProblemException {
        if (!step.files().isEmpty()) {
            try (Dir products = home.dir(Layout.PRODUCTS)) {
                for (Step.Placed file : step.files()) {
                    home.remove(products, file.product());
                }
            }
        }
        trash.empty();
    }

    private void remove() throws ProblemException {
        List<String> removals = step.removals();
        for (int i = 0; i < removals.size(); i++) {
            PublishingPlace place = new PublishingPlace(home, removals.get(i));
            if (place.stat().filter(Stat::isFile).isPresent() && !trash.holds(GONE + i)) {
                try (Dir dir = place.parent()) {
                    trash.take(dir, place.name(), GONE + i);
                    dir.fsync();
                }
            }
        }
        trash.fsync();
    }

    private void hold(String channel, Optional<Hold> wanted) throws ProblemException {
        if (!Optional.ofNullable(settings.holds().get(channel)).equals(wanted)) {
            settings.hold(channel, wanted);
        }
    }

    private void list(boolean there) throws ProblemException {
        for (Map.Entry<String, String> channel : step.created().entrySet()) {
            new ChannelList(home).list(channel.getKey(), channel.getValue(), there);
        }
    }
}

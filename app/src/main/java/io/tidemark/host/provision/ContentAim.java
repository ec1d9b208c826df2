package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.LineDiff;
import io.tidemark.model.Phrase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of a file, owned by root: a whole one of ours, or one of the system's with a change. */
sealed interface ContentAim extends Aim {

    /** Permission bits that it should have. */
    int mode(Sight seen);

    /** What must read it again; empty for none. */
    String service();

    /** The text that should be there, if there is that text now. */
    String desired(String actual);

    /** The form in which texts are compared and shown. */
    default String shown(String text) {
        return text;
    }

    /** How it stands where there is nothing. */
    Item absent();

    @Override
    default List<Query> queries() {
        return List.of(Query.file(id()));
    }

    @Override
    default Item judge(Sights sights) {
        Sight seen = sights.of(queries().getFirst());
        if (seen.fact("state").equals("none")) {
            return absent();
        }
        if (seen.denied() || seen.text().isEmpty() || !whole(seen)) {
            return unread(seen);
        }
        String actual = shown(seen.text().get());
        String desired = shown(desired(seen.text().get()));
        State state = actual.equals(desired) && rights(seen) ? State.SAME : State.DIFFERENT;
        return Items.of(
                this, Kind.FILE, state, Optional.of(actual), Optional.of(desired), detail(actual, desired, seen));
    }

    private Item unread(Sight seen) {
        String phrase = seen.denied() || !seen.there() ? "drift.denied" : "drift.file.odd";
        return Items.of(this, Kind.FILE, State.UNKNOWN, Optional.empty(), Optional.empty(), Phrase.of(phrase));
    }

    /** What is too large to be read whole, or no text, is not written either. */
    private static boolean whole(Sight seen) {
        String text = seen.text().orElse("");
        String size = Integer.toString(text.getBytes(StandardCharsets.UTF_8).length);
        return !seen.isLink() && size.equals(seen.fact("size")) && text.indexOf('\uFFFD') < 0;
    }

    private boolean rights(Sight seen) {
        return seen.mode() == mode(seen) && seen.fact("owner").equals("root");
    }

    private Phrase detail(String actual, String desired, Sight seen) {
        if (actual.equals(desired)) {
            return rights(seen)
                    ? Items.SAME
                    : Phrase.of("drift.file.rights", "owner", seen.fact("owner"), "mode", seen.fact("mode"));
        }
        Phrase changed = seen.changed();
        return Phrase.of(
                "drift.file.lines",
                "lines",
                LineDiff.differing(actual, desired),
                "when",
                changed.args().get("when"),
                "owner",
                seen.fact("owner"));
    }

    /**
     * A file of ours.
     *
     * @param certbot whether certbot puts lines of its own in
     */
    record Whole(DesiredFile file, boolean certbot) implements ContentAim {

        @Override
        public String id() {
            return file.path();
        }

        @Override
        public int mode(Sight seen) {
            return file.mode();
        }

        @Override
        public String service() {
            return file.service();
        }

        @Override
        public String desired(String actual) {
            return file.content();
        }

        @Override
        public String shown(String text) {
            return certbot ? CertbotLines.without(text) : text;
        }

        @Override
        public Item absent() {
            return Items.missing(this, Kind.FILE, file.content());
        }
    }

    /** A file of the system with a change; where there is none, none is needed. */
    record Amended(String id, Amendment how, String service) implements ContentAim {

        @Override
        public int mode(Sight seen) {
            return seen.mode();
        }

        @Override
        public String desired(String actual) {
            return how.in(actual);
        }

        @Override
        public Item absent() {
            return Items.of(
                    this, Kind.FILE, State.SAME, Optional.empty(), Optional.empty(), Phrase.of("drift.not-needed"));
        }
    }
}

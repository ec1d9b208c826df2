package io.tidemark.ui.timeline;

import java.util.Optional;

/** What is picked: one version, perhaps a second one to compare it with, and the lane the keyboard is on (0: versions). */
record Pick(Optional<String> version, Optional<String> second, int lane) {

    static final Pick NOTHING = new Pick(Optional.empty(), Optional.empty(), 0);

    Pick with(String name) {
        return new Pick(Optional.of(name), Optional.empty(), lane);
    }

    Pick against(String name) {
        boolean same = version.equals(Optional.of(name));
        return new Pick(version, same ? Optional.empty() : Optional.of(name), lane);
    }

    Pick on(int otherLane) {
        return new Pick(version, second, otherLane);
    }

    Pick single() {
        return new Pick(version, Optional.empty(), lane);
    }
}

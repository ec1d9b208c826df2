package io.tidemark.ui.timeline;

import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.ui.part.Hue;

/** A version at its place in time, in milliseconds; staged versions stand at the time of the picture. */
record Point(Version version, long at) {

    Hue hue() {
        return version.state() == VersionState.STAGED ? Hue.NONE : Hue.of(version.sequence());
    }

    boolean staged() {
        return version.state() == VersionState.STAGED;
    }

    String name() {
        return version.name();
    }
}

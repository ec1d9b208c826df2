package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.State;

/** One aim and how it stands. */
record Standing(Aim aim, Item item) {

    /**
     * Whether something is to be done for it: also where it could not be read, for whoever may write may read.
     */
    boolean open() {
        return item.drifted();
    }

    boolean ignored() {
        return item.state() == State.IGNORED;
    }
}

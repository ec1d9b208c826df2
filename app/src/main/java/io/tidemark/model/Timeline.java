package io.tidemark.model;

import java.time.Instant;
import java.util.List;

/** A repository's history as the window draws it: versions by sequence (staged last), one lane a channel, the time now. */
public record Timeline(List<Version> versions, List<Lane> lanes, Instant now) {

    public Timeline {
        versions = List.copyOf(versions);
        lanes = List.copyOf(lanes);
    }
}

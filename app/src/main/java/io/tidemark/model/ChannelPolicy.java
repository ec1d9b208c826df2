package io.tidemark.model;

/** What may move a channel without a person: whether {@code update --promote} may carry boot-critical changes. */
public record ChannelPolicy(boolean allowBootCritical) {

    /** The careful default: boot-critical changes wait for a person. */
    public static ChannelPolicy careful() {
        return new ChannelPolicy(false);
    }
}

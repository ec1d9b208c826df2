package io.tidemark.model;

import java.util.Optional;

/**
 * A name that clients follow.
 *
 * @param name what people call it
 * @param link the link's path relative to the repository's directory, for example {@code latest-stable} or
 *     {@code ../panoptiscan}
 * @param target the version it points at now; empty when the link is missing or points elsewhere
 * @param hold present while nothing may move it
 * @param policy what may move it unattended
 */
public record Channel(String name, String link, Optional<String> target, Optional<Hold> hold, ChannelPolicy policy) {}

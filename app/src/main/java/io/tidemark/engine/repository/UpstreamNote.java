package io.tidemark.engine.repository;

import io.tidemark.engine.Json;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore;
import io.tidemark.store.WriteSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What was last seen upstream; kept with the repository. Only a memory: nothing is lost with it but a date.
 *
 * @param checked when
 * @param fingerprint of everything it promised then
 * @param offers name that a version made of it would get, empty when we have it already
 * @param latest the version made from it last, possibly empty
 * @param staged the staged version that a sync or update builds, possibly empty
 * @param named whether a person chose that name
 */
public record UpstreamNote(
        Instant checked, String fingerprint, String offers, String latest, String staged, boolean named) {

    private static final String NAME = "upstream";

    /** Nothing seen yet. */
    public static UpstreamNote none() {
        return new UpstreamNote(Instant.EPOCH, "", "", "", "", false);
    }

    /** The note of a repository; none when it was never written or cannot be read any more. */
    public static UpstreamNote of(RepositoryStore store) throws ProblemException {
        Optional<byte[]> bytes = store.note(NAME);
        if (bytes.isEmpty()) {
            return none();
        }
        try {
            return Json.read(new String(bytes.get(), StandardCharsets.UTF_8), UpstreamNote.class);
        } catch (JacksonException unreadable) {
            return none();
        }
    }

    /** Writes it down. */
    public void save(WriteSession session) throws ProblemException {
        session.note(NAME, Json.write(this).getBytes(StandardCharsets.UTF_8));
    }

    /** When upstream was looked at, if ever. */
    public Optional<Instant> when() {
        return Optional.of(checked).filter(time -> time.isAfter(Instant.EPOCH));
    }

    /** The same after another look that found something to make a version of, or nothing when empty. */
    public UpstreamNote seen(Instant now, String print, String newOffer) {
        return new UpstreamNote(now, print, newOffer, latest, staged, named);
    }

    /** The same while a version is being built. */
    public UpstreamNote building(String version, boolean chosen) {
        return new UpstreamNote(checked, fingerprint, offers, latest, version, chosen);
    }

    /** The same after a version was made of what was seen. */
    public UpstreamNote made(String version) {
        return new UpstreamNote(checked, fingerprint, "", version, "", false);
    }
}

package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** A file on its way into a staged version, and the note beside it that says what its bytes are. For one thread. */
final class StagedPart implements Staging.Part {

    private static final int OWNER_MAY_WRITE = 0200;
    private static final int LARGEST_NOTE = 1 << 16;

    private final StagedVersion version;
    private final StagedPlace place;
    private final Home home;
    private final Disk disk;
    private final Note wanted;
    private final String name;
    private final MessageDigest digest = Sha256.start();
    private Note found;
    private long length;
    private boolean digested;
    private OutputStream output;

    /** What the bytes of a part are. */
    record Note(String path, String identity, Optional<String> validator) {}

    private StagedPart(StagedVersion version, Note wanted) {
        this.version = version;
        this.place = version.place();
        this.home = version.area().home();
        this.disk = home.disk;
        this.wanted = wanted;
        this.name = Sha256.hex(Disk.raw(wanted.path())).substring(0, 32);
    }

    /** Goes on with the part of that path if it is of the same identity, or begins a new one. */
    static StagedPart begin(StagedVersion version, String path, String identity) throws ProblemException {
        StagedPart part = new StagedPart(version, new Note(path, identity, Optional.empty()));
        part.find();
        return part;
    }

    private void find() throws ProblemException {
        Optional<Stat> stat = stat();
        found = note().filter(n -> stat.isPresent() && isWanted(n)).orElse(null);
        if (found == null) {
            clear();
        } else {
            length = stat.get().size();
        }
    }

    private Optional<Stat> stat() throws ProblemException {
        return place.has(name) ? disk.stat(place.parts(), Disk.raw(name)) : Optional.empty();
    }

    private boolean isWanted(Note note) {
        return note.path().equals(wanted.path()) && note.identity().equals(wanted.identity());
    }

    /** A note that a crash tore is none. */
    private Optional<Note> note() throws ProblemException {
        if (!place.has(noteName())) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = home.read(place.parts(), noteName(), LARGEST_NOTE);
        try {
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Json.read(bytes.get(), Note.class, place.parts().path(Disk.raw(noteName()))));
        } catch (ProblemException torn) {
            return Optional.empty();
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Optional<String> validator() {
        return found == null ? Optional.empty() : found.validator();
    }

    @Override
    public InputStream existing() throws ProblemException {
        if (found == null) {
            return InputStream.nullInputStream();
        }
        return new FileInput(read());
    }

    @Override
    public void restart() throws ProblemException {
        clear();
        found = null;
        length = 0;
        digest.reset();
        digested = false;
    }

    @Override
    public OutputStream append(Optional<String> newValidator) throws ProblemException {
        measure();
        note(new Note(wanted.path(), wanted.identity(), newValidator));
        output = new StagedOutput(new FileOutput(open(), length), digest, written -> length += written);
        return output;
    }

    @Override
    public void commit(Optional<Instant> modified) throws ProblemException {
        if (found == null) {
            append(Optional.empty());
            StagedOutput.close(output);
        }
        digestExisting();
        String sha256 = ManifestFormat.hex(digest.digest());
        version.take(name, StagedFile.fetched(wanted.path(), wanted.identity(), sha256, finish(modified)));
        place.removePart(noteName());
    }

    private Stat finish(Optional<Instant> modified) throws ProblemException {
        try (OpenFile file = read()) {
            if (modified.isPresent()) {
                file.utime(Stat.nanos(modified.get()));
            }
            return file.stat();
        }
    }

    private OpenFile read() throws ProblemException {
        return disk.read(place.parts(), Disk.raw(name));
    }

    /** What an earlier attempt really wrote may be less than it was given. */
    private void measure() throws ProblemException {
        length = found == null ? 0 : stat().map(Stat::size).orElse(0L);
        digest.reset();
        digested = false;
        digestExisting();
    }

    /** The bytes of an earlier run count into the digest, whoever looks at them besides. */
    private void digestExisting() throws ProblemException {
        if (digested || found == null) {
            digested = true;
            return;
        }
        try (OpenFile file = read()) {
            byte[] buffer = new byte[Scratch.BUFFER];
            long at = 0;
            while (at < length) {
                int got = file.read(buffer, 0, (int) Math.min(buffer.length, length - at), at);
                digest.update(buffer, 0, Math.max(got, 0));
                at = got < 0 ? length : at + got;
            }
        }
        digested = true;
    }

    private OpenFile open() throws ProblemException {
        if (stat().isEmpty()) {
            return place.createPart(name, StagedPlace.MODE);
        }
        try (OpenFile file = read()) {
            file.chmod(StagedPlace.MODE | OWNER_MAY_WRITE);
            OpenFile writable = disk.write(place.parts(), Disk.raw(name));
            file.chmod(StagedPlace.MODE);
            return writable;
        }
    }

    private void note(Note note) throws ProblemException {
        byte[] bytes = Json.write(note);
        place.removePart(noteName());
        try (OpenFile file = place.createPart(noteName(), home.fileMode())) {
            file.write(bytes, 0, bytes.length, 0);
        }
        found = note;
    }

    private void clear() throws ProblemException {
        place.removePart(name);
        place.removePart(noteName());
    }

    private String noteName() {
        return name + ".json";
    }

    @Override
    public void close() {
        if (output != null) {
            StagedOutput.closeQuietly(output);
        }
    }
}

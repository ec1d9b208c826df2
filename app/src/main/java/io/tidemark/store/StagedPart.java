package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** A file on its way into a staged version, and the note beside it that says what its bytes are. For one thread. */
final class StagedPart implements Staging.Part {

    /** Everybody may read what is published, nobody may write it, not even we. */
    static final int MODE = 0444;

    private static final int OWNER_MAY_WRITE = 0200;
    private static final int LARGEST_NOTE = 1 << 16;

    private final StagedVersion version;
    private final StagedArea area;
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
        this.area = version.area();
        this.wanted = wanted;
        this.name = Sha256.hex(Disk.raw(wanted.path())).substring(0, 32);
    }

    /** Goes on with the part of that path if it is of the same identity, or begins a new one. */
    static StagedPart begin(StagedVersion version, String path, String identity) throws ProblemException {
        StagedPart part = new StagedPart(version, new Note(path, identity, Optional.empty()));
        try (Dir parts = part.area.parts()) {
            part.find(parts);
        }
        return part;
    }

    private void find(Dir parts) throws ProblemException {
        Optional<Stat> stat = area.home().disk.stat(parts, Disk.raw(name));
        found = note(parts).filter(n -> stat.isPresent() && isWanted(n)).orElse(null);
        if (found == null) {
            clear(parts);
        } else {
            length = stat.get().size();
        }
    }

    private boolean isWanted(Note note) {
        return note.path().equals(wanted.path()) && note.identity().equals(wanted.identity());
    }

    /** A note that a crash tore is none. */
    private Optional<Note> note(Dir parts) throws ProblemException {
        Optional<byte[]> bytes = area.home().read(parts, noteName(), LARGEST_NOTE);
        try {
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.read(bytes.get(), Note.class, parts.path(Disk.raw(noteName()))));
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
        try (Dir parts = area.parts()) {
            return new FileInput(area.home().disk.read(parts, Disk.raw(name)));
        }
    }

    @Override
    public void restart() throws ProblemException {
        try (Dir parts = area.parts()) {
            clear(parts);
        }
        found = null;
        length = 0;
        digest.reset();
        digested = false;
    }

    @Override
    public OutputStream append(Optional<String> newValidator) throws ProblemException {
        measure();
        try (Dir parts = area.parts()) {
            note(parts, new Note(wanted.path(), wanted.identity(), newValidator));
            output = new StagedOutput(new FileOutput(open(parts), length), digest, written -> length += written);
        }
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
        try (Dir parts = area.parts()) {
            Stat stat = finish(parts, modified);
            StagedFile file = new StagedFile(
                    wanted.path(),
                    wanted.identity(),
                    sha256,
                    stat.permissions(),
                    stat.size(),
                    stat.inode(),
                    stat.mtime(),
                    "",
                    false);
            version.take(parts, Disk.raw(name), file);
            area.home().remove(parts, noteName());
        }
    }

    private Stat finish(Dir parts, Optional<Instant> modified) throws ProblemException {
        try (OpenFile file = area.home().disk.read(parts, Disk.raw(name))) {
            if (modified.isPresent()) {
                file.utime(modified.get().getEpochSecond() * 1_000_000_000L
                        + modified.get().getNano());
            }
            return file.stat();
        }
    }

    /** What an earlier attempt really wrote may be less than it was given. */
    private void measure() throws ProblemException {
        try (Dir parts = area.parts()) {
            length = found == null
                    ? 0
                    : area.home()
                            .disk
                            .stat(parts, Disk.raw(name))
                            .map(Stat::size)
                            .orElse(0L);
        }
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
        try (Dir parts = area.parts();
                OpenFile file = area.home().disk.read(parts, Disk.raw(name))) {
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

    private OpenFile open(Dir parts) throws ProblemException {
        byte[] raw = Disk.raw(name);
        if (length == 0 && area.home().disk.stat(parts, raw).isEmpty()) {
            return area.home().disk.create(parts, raw, MODE);
        }
        try (OpenFile file = area.home().disk.read(parts, raw)) {
            file.chmod(MODE | OWNER_MAY_WRITE);
            OpenFile writable = area.home().disk.write(parts, raw);
            file.chmod(MODE);
            return writable;
        }
    }

    private void note(Dir parts, Note note) throws ProblemException {
        area.home().remove(parts, noteName());
        byte[] bytes = Json.write(note);
        try (OpenFile file =
                area.home().disk.create(parts, Disk.raw(noteName()), area.home().fileMode())) {
            file.write(bytes, 0, bytes.length, 0);
        }
        found = note;
    }

    private void clear(Dir parts) throws ProblemException {
        area.home().remove(parts, name);
        area.home().remove(parts, noteName());
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

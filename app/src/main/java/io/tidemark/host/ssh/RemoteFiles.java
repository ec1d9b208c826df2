package io.tidemark.host.ssh;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The files of a host, over SFTP. Paths are absolute, or relative to the account's home. Every answer of the host is
 * bounded in size and time; names it lists never hold a slash. May be used by one thread at a time; closed by whoever
 * opened it. Problems: {@code ssh.file.missing}, {@code ssh.file.denied}, {@code ssh.file.failed},
 * {@code ssh.file.unsupported} of one path, and {@code ssh.…} of the connection.
 */
public final class RemoteFiles implements AutoCloseable {

    private static final String POSIX_RENAME = "posix-rename@openssh.com";
    private static final String HARD_LINK = "hardlink@openssh.com";
    private static final String FSYNC = "fsync@openssh.com";
    private static final int MODE_GIVEN = 4;
    private static final int WRITE = 2;
    private static final int CREATE = 8;
    private static final int TRUNCATE = 16;
    private static final int EXCLUSIVE = 32;
    private static final int REPLACE = WRITE | CREATE | TRUNCATE;
    private static final int ONLY_NEW = WRITE | CREATE | EXCLUSIVE;

    private final RemoteProcess channel;
    private final SshTarget target;
    private final Sftp sftp;

    RemoteFiles(RemoteProcess channel, SshTarget target, Sftp sftp) {
        this.channel = channel;
        this.target = target;
        this.sftp = sftp;
    }

    /** What a path is, links not followed; empty if there is nothing. */
    public Optional<RemoteEntry> stat(String path) throws ProblemException, InterruptedException {
        return done(path, () -> {
            try {
                Fields fields = sftp.ask(Sftp.LSTAT, new Packed().text(path), Sftp.ATTRS);
                String name = path.substring(path.lastIndexOf('/') + 1);
                return Optional.of(RemoteEntry.read(EntryPath.of(name), fields));
            } catch (Sftp.Refused e) {
                return absent(e);
            }
        });
    }

    /**
     * Everything in a directory, in no order.
     *
     * @param most entries; more are a problem, {@code ssh.file.many}
     */
    public List<RemoteEntry> list(String directory, int most) throws ProblemException, InterruptedException {
        return done(directory, () -> {
            byte[] handle = handle(Sftp.OPENDIR, new Packed().text(directory));
            List<RemoteEntry> entries = new ArrayList<>();
            while (more(handle, entries)) {
                if (entries.size() > most) {
                    throw problem("ssh.file.many", directory, null);
                }
            }
            close(handle);
            return entries;
        });
    }

    /**
     * The content of a small file.
     *
     * @param most bytes; more are a problem, {@code ssh.file.large}
     */
    public byte[] read(String path, int most) throws ProblemException, InterruptedException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (copy(path, content, most) > most) {
            throw problem("ssh.file.large", path, null);
        }
        return content.toByteArray();
    }

    /**
     * Copies a file from the host.
     *
     * @param most how many bytes to read at most; one more is read to see whether there are more
     * @return how many bytes were read
     */
    public long copy(String path, OutputStream to, long most) throws ProblemException, InterruptedException {
        return done(path, () -> {
            byte[] handle = handle(Sftp.OPEN, new Packed().text(path).number(1).number(0));
            long copied = new SftpReading(sftp, handle).copy(to, most);
            close(handle);
            return copied;
        });
    }

    /**
     * Puts content at a path in one step: written under a name beside it, made durable where the host can, renamed over
     * what was there. Nothing is left if it fails while the connection stands.
     *
     * @param mode permission bits of the file
     */
    public void write(String path, InputStream content, int mode) throws ProblemException, InterruptedException {
        String aside = path + ".tidemark-new";
        try {
            put(aside, content, mode, REPLACE, sftp.knows(FSYNC));
            replace(aside, path);
        } catch (ProblemException e) {
            abandon(aside, e);
            throw e;
        }
    }

    /**
     * Puts content into a file that must not be there yet, for trees that nobody sees before they are whole: neither durable
     * nor in one step.
     *
     * @param mode permission bits of the file
     */
    public void create(String path, InputStream content, int mode) throws ProblemException, InterruptedException {
        put(path, content, mode, ONLY_NEW, false);
    }

    /**
     * Makes many files, for trees that nobody sees before they are whole: neither durable nor in one step, and over what
     * an earlier attempt left.
     *
     * @param where what a message names when the host refuses one
     * @param written is told the bytes of each file that was sent
     */
    public void createAll(String where, Iterator<NewFile> files, LongConsumer written)
            throws ProblemException, InterruptedException {
        done(where, () -> {
            new SftpUpload(sftp, written).run(files);
            return null;
        });
    }

    /** Renames, replacing a file of that name; in one step, as POSIX does it. */
    public void replace(String from, String to) throws ProblemException, InterruptedException {
        extended(POSIX_RENAME, from, to);
    }

    /** Gives a file one more name. */
    public void link(String existing, String name) throws ProblemException, InterruptedException {
        extended(HARD_LINK, existing, name);
    }

    /** Makes a symbolic link. OpenSSH takes the two the other way round than the draft says, and all follow it. */
    public void symlink(String leadsTo, String name) throws ProblemException, InterruptedException {
        run(name, Sftp.SYMLINK, new Packed().text(leadsTo).text(name));
    }

    /** Where a symbolic link leads. */
    public String readlink(String path) throws ProblemException, InterruptedException {
        return done(path, () -> {
            Fields names = sftp.ask(Sftp.READLINK, new Packed().text(path), Sftp.NAME);
            names.number();
            return names.text();
        });
    }

    /** Makes a directory and those above it, as far as they are not there. */
    public void makeDirectories(String path, int mode) throws ProblemException, InterruptedException {
        if (path.isEmpty() || path.equals("/") || stat(path).isPresent()) {
            return;
        }
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            makeDirectories(path.substring(0, slash), mode);
        }
        run(path, Sftp.MKDIR, new Packed().text(path).number(MODE_GIVEN).number(mode));
    }

    /** Removes a file or link. */
    public void remove(String path) throws ProblemException, InterruptedException {
        run(path, Sftp.REMOVE, new Packed().text(path));
    }

    /** Removes an empty directory. */
    public void removeDirectory(String path) throws ProblemException, InterruptedException {
        run(path, Sftp.RMDIR, new Packed().text(path));
    }

    @Override
    public void close() {
        channel.close();
    }

    /** Everything behind the opening is sent at once, so that a small file takes two waits. */
    private void put(String path, InputStream content, int mode, int how, boolean durable)
            throws ProblemException, InterruptedException {
        done(path, () -> {
            Packed open = new Packed().text(path).number(how).number(MODE_GIVEN).number(mode);
            byte[] handle = handle(Sftp.OPEN, open);
            SftpWriting writing = new SftpWriting(sftp, handle);
            try {
                writing.copy(content);
                writing.also(
                        Sftp.FSETSTAT,
                        new Packed().bytes(handle).number(MODE_GIVEN).number(mode));
                if (durable) {
                    writing.also(Sftp.EXTENDED, new Packed().text(FSYNC).bytes(handle));
                }
            } finally {
                writing.also(Sftp.CLOSE, new Packed().bytes(handle));
                writing.settle();
            }
            return null;
        });
    }

    private void abandon(String aside, ProblemException cause) throws InterruptedException {
        try {
            remove(aside);
        } catch (ProblemException gone) {
            cause.addSuppressed(gone);
        }
    }

    private boolean more(byte[] handle, List<RemoteEntry> entries) throws IOException, BadKey {
        try {
            Fields names = sftp.ask(Sftp.READDIR, new Packed().bytes(handle), Sftp.NAME);
            long count = names.number();
            for (long i = 0; i < count; i++) {
                byte[] raw = names.bytes();
                names.bytes();
                RemoteEntry entry = RemoteEntry.read(EntryPath.ofBytes(raw), names);
                if (isName(entry.name().text())) {
                    entries.add(entry);
                }
            }
            return count > 0;
        } catch (Sftp.Refused e) {
            if (e.code() == Sftp.Refused.END) {
                return false;
            }
            throw e;
        }
    }

    /** The directory itself and the one above are no entries; a name with a slash would lead elsewhere. */
    private static boolean isName(String name) throws IOException {
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            throw new IOException("a name that leads elsewhere");
        }
        return !name.equals(".") && !name.equals("..");
    }

    private byte[] handle(int type, Packed body) throws IOException, BadKey {
        return sftp.ask(type, body, Sftp.HANDLE).bytes();
    }

    private void close(byte[] handle) throws IOException, BadKey {
        sftp.command(Sftp.CLOSE, new Packed().bytes(handle));
    }

    private void extended(String what, String one, String other) throws ProblemException, InterruptedException {
        if (!sftp.knows(what)) {
            throw problem("ssh.file.unsupported", other, null);
        }
        run(other, Sftp.EXTENDED, new Packed().text(what).text(one).text(other));
    }

    private void run(String path, int type, Packed body) throws ProblemException, InterruptedException {
        done(path, () -> {
            sftp.command(type, body);
            return null;
        });
    }

    private static Optional<RemoteEntry> absent(Sftp.Refused e) throws Sftp.Refused {
        if (e.code() == Sftp.Refused.MISSING) {
            return Optional.empty();
        }
        throw e;
    }

    private <T> T done(String path, Talk<T> talk) throws ProblemException, InterruptedException {
        try {
            return talk.run();
        } catch (Sftp.Refused e) {
            throw problem(code(e.code()), path, e);
        } catch (IOException e) {
            throw channel.lost(e);
        } catch (BadKey e) {
            throw channel.lost(new IOException(e));
        }
    }

    private static String code(int status) {
        return switch (status) {
            case Sftp.Refused.MISSING -> "ssh.file.missing";
            case Sftp.Refused.DENIED -> "ssh.file.denied";
            case Sftp.Refused.UNSUPPORTED -> "ssh.file.unsupported";
            default -> "ssh.file.failed";
        };
    }

    private ProblemException problem(String code, String path, Exception cause) {
        Problem problem = Problem.of(code, Category.REFUSED, "object", Shown.text(path), "host", target.toString());
        String said = cause == null ? "" : Shown.text(String.valueOf(cause.getMessage()));
        return new ProblemException(problem.with(said), cause);
    }

    /** Something that is asked of the host. */
    private interface Talk<T> {
        T run() throws IOException, BadKey, ProblemException, InterruptedException;
    }
}

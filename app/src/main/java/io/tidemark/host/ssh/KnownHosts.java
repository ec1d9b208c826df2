package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the files of host keys say about one host. Immutable. */
final class KnownHosts {

    private static final int LARGEST = 16 << 20;

    private final List<KnownLine> lines;

    private KnownHosts(List<KnownLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * The lines about a host, by the name it is {@linkplain SshTarget#knownAs known as}: one of another port is not it.
     * Files that are not there say nothing.
     *
     * @throws ProblemException {@code ssh.known-hosts} if one cannot be read: it might revoke the key
     */
    static KnownHosts about(String name, List<Path> files) throws ProblemException {
        List<KnownLine> about = new ArrayList<>();
        for (Path file : files) {
            read(file).stream().filter(line -> line.hosts().match(name)).forEach(about::add);
        }
        return new KnownHosts(about);
    }

    /** The lines with a marker. */
    List<KnownLine> marked(KnownLine.Marker marker) {
        return lines.stream().filter(line -> line.marker() == marker).toList();
    }

    /** The host keys that these lines can judge. */
    HostKeyOffer offer() {
        return new HostKeyOffer(
                !marked(KnownLine.Marker.AUTHORITY).isEmpty(),
                marked(KnownLine.Marker.OWN).stream()
                        .map(line -> line.key().type())
                        .collect(Collectors.toSet()));
    }

    /** The bytes of a file of host keys; empty if there is none. */
    static byte[] bytes(Path file) throws ProblemException {
        try {
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return new byte[0];
        } catch (IOException e) {
            throw SshProblems.problem("ssh.known-hosts", Problem.Category.STORAGE, file, e);
        }
    }

    private static List<KnownLine> read(Path file) throws ProblemException {
        String[] lines = new String(bytes(file), StandardCharsets.ISO_8859_1).split("\n", -1);
        List<KnownLine> read = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            KnownLine.parse(lines[i], file, i + 1).ifPresent(read::add);
        }
        return read;
    }
}

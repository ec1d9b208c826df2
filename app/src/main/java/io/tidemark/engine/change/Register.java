package io.tidemark.engine.change;

import io.tidemark.engine.Workspaces;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names new repositories and puts them into the workspace. Safe for all threads. */
final class Register {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final String VERSIONS = ".versions";
    private static final int ID_BYTES = 16;

    private final Workspaces workspaces;
    private final SecureRandom random = new SecureRandom();

    Register(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** Adds a repository to the workspace; a workspace that cannot be written is a remark and no failure. */
    List<Notice> add(Path dir) {
        try {
            workspaces.add(dir.toString());
            return List.of();
        } catch (ProblemException failed) {
            LOG.debug("workspace", failed);
            return List.of(Notice.warning("outcome.not-in-workspace", "dir", dir));
        }
    }

    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What a repository is called when nobody says: its directory's name, without {@code .versions}. */
    static String nameOf(Path dir) {
        String name =
                dir.getFileName() == null ? "repository" : dir.getFileName().toString();
        return name.endsWith(VERSIONS) && name.length() > VERSIONS.length()
                ? name.substring(0, name.length() - VERSIONS.length())
                : name;
    }

    /** The channel of a directory {@code X.versions}: the link {@code X} beside it. */
    static Optional<Channel> publicChannel(Path dir) {
        String name = nameOf(dir);
        boolean beside =
                dir.getFileName() != null && !dir.getFileName().toString().equals(name);
        return beside
                ? Optional.of(
                        new Channel(name, "../" + name, Optional.empty(), Optional.empty(), ChannelPolicy.careful()))
                : Optional.empty();
    }
}

package io.tidemark.workspace;

import io.tidemark.model.HostReport;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What was found on hosts last, in a file beside the workspace's: {@code workspace.hosts.json} beside
 * {@code workspace.json}. It can be found again, so a file that cannot be understood is passed over with a warning and
 * replaced. Safe for all threads.
 */
public final class ObservedFile {

    private static final Logger LOG = LoggerFactory.getLogger(ObservedFile.class);
    private static final int FORMAT = 1;
    private static final int LARGEST = 32 << 20;
    private static final WorkspaceJson JSON = new WorkspaceJson(LARGEST);

    private final WholeFile file;

    /** The file beside that workspace. */
    public ObservedFile(WorkspaceFile workspace) {
        Path path = workspace.path();
        String name = path.getFileName().toString().replaceFirst("[.]json$", "");
        file = new WholeFile(path.resolveSibling(name + ".hosts.json"));
    }

    /** What was found on a host last. */
    public Optional<HostReport> last(String host) {
        return Optional.ofNullable(read().hosts().get(host));
    }

    /**
     * Keeps what was found on a host; durable on return.
     *
     * @throws ProblemException {@code workspace.io}, {@code workspace.busy}
     */
    public void keep(HostReport report) throws ProblemException {
        change(hosts -> hosts.put(report.host(), report));
    }

    /**
     * Forgets a host.
     *
     * @throws ProblemException {@code workspace.io}, {@code workspace.busy}
     */
    public void forget(String host) throws ProblemException {
        if (read().hosts().containsKey(host)) {
            change(hosts -> hosts.remove(host));
        }
    }

    private synchronized void change(Consumer<TreeMap<String, HostReport>> change) throws ProblemException {
        try {
            file.replace(() -> {
                TreeMap<String, HostReport> hosts = new TreeMap<>(read().hosts());
                change.accept(hosts);
                return JSON.mapper().writeValueAsBytes(new Observed(FORMAT, hosts));
            });
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("workspace.io", Problem.Category.STORAGE, "object", file.path())
                            .with(failed.toString()),
                    failed);
        }
    }

    private Observed read() {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            Observed observed = JSON.mapper().readValue(bytes, Observed.class);
            if (bytes.length <= LARGEST && observed != null && observed.format() == FORMAT) {
                return observed;
            }
            LOG.warn("{} is passed over: not of format {}", file.path(), FORMAT);
        } catch (NoSuchFileException none) {
            return Observed.nothing();
        } catch (IOException | JacksonException damaged) {
            LOG.warn("{} is passed over: {}", file.path(), damaged.getClass().getSimpleName());
        }
        return Observed.nothing();
    }

    /** The file's content. */
    private record Observed(int format, TreeMap<String, HostReport> hosts) {

        private Observed {
            Objects.requireNonNull(hosts);
        }

        static Observed nothing() {
            return new Observed(FORMAT, new TreeMap<>());
        }
    }
}

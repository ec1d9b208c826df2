package io.tidemark.host.publish;

import io.tidemark.host.ssh.SshConnection;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import java.util.HashMap;
import java.util.Map;

/** What lies below one public directory of a copy, listed as a whole: of many files that is faster than one by one. */
public final class PublicTree {

    private PublicTree() {}

    /**
     * Bytes of each file by its path, relative to the directory; none where it is not there.
     *
     * @param directory where it lies, absolute
     */
    public static Map<String, Long> sizes(SshConnection connection, String directory)
            throws ProblemException, InterruptedException {
        Map<String, Long> sizes = new HashMap<>();
        try {
            for (Map.Entry<EntryPath, Nodes.Node> each :
                    Listing.of(connection, directory).byPath().entrySet()) {
                if (each.getValue().type() == Type.FILE) {
                    sizes.put(each.getKey().text(), each.getValue().size());
                }
            }
            return sizes;
        } catch (ProblemException none) {
            if (none.problem().code().equals("host.gone")) {
                return sizes;
            }
            throw none;
        }
    }
}

package io.tidemark.host.provision;

import io.tidemark.model.ProblemException;
import java.util.List;

/**
 * A published directory of a host.
 *
 * @param name the rsync module, and the path below the address of the web server
 * @param path where it lies on the host, absolute
 * @param comment what rsync says about it
 * @param moving paths below it whose content changes, without slashes at their ends: channels, documents; what is not named
 *     here and is a file below a directory is a version's, and never changes
 */
public record Tree(String name, String path, String comment, List<String> moving) {

    /**
     * A directory.
     *
     * @throws ProblemException {@code provision.field} if something cannot be written into the files of servers
     */
    public static Tree of(String name, String path, String comment, List<String> moving) throws ProblemException {
        Fields.requireName("name", name);
        Fields.requirePath("path", path);
        Fields.requireText("comment", comment);
        for (String one : moving) {
            Fields.requireText("channel", one);
        }
        return new Tree(name, path, comment, List.copyOf(moving));
    }
}

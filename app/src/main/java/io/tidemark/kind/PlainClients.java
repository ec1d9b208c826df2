package io.tidemark.kind;

import io.tidemark.model.ClientLines;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Clients that fetch plain files. */
final class PlainClients {

    private PlainClients() {}

    static List<ClientLines> lines(ServedRepository served) {
        List<String> paths = served.paths();
        return List.of(
                new ClientLines("rsync", "", each(paths, path -> rsync(served, path), served.rsync() + "/")),
                new ClientLines("wget", "", each(paths, path -> wget(served, path), served.web() + "/")));
    }

    /** A line for each path; where there is none, the place itself. */
    private static List<String> each(List<String> paths, Function<String, String> line, String otherwise) {
        List<String> lines = new ArrayList<>(paths.stream().map(line).toList());
        if (lines.isEmpty()) {
            lines.add(otherwise);
        }
        return lines;
    }

    private static String rsync(ServedRepository served, String path) {
        return "rsync -rlt --delete-after '" + served.rsync() + "/" + path + "/' './" + served.name() + "/'";
    }

    private static String wget(ServedRepository served, String path) {
        String url = served.web() + "/" + path + "/";
        long above =
                URI.create(served.web()).getPath().chars().filter(c -> c == '/').count()
                        + path.chars().filter(c -> c == '/').count()
                        + 1;
        return "wget --mirror --no-parent --no-host-directories --cut-dirs=" + above
                + " --reject='index.html*' --directory-prefix='" + served.name() + "' '" + url + "'";
    }
}

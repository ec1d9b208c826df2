package io.tidemark.kind.alpine;

import io.tidemark.model.ProblemException;
import io.tidemark.source.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files for network boot of one release. Upstream publishes them as {@code netboot-X.Y.Z/}, with
 * {@code netboot} as a link to the newest; over HTTP the link looks like a second directory with the same files, and is
 * made a link again. No sums are published for these files: only listing, size and time are known.
 */
record Netboot(Fetch fetch, WantedFiles files, String section, String release) {

    private static final int DEEPEST = 3;
    private static final int MOST_FILES = 2000;

    /** Adds what there is; answers the paths of the files. */
    List<String> add(List<Entry> listing) throws ProblemException, InterruptedException {
        Optional<Entry> plain = named(listing, Layout.NETBOOT);
        String dated = Layout.NETBOOT + "-" + release;
        List<String> paths = new ArrayList<>();
        List<Found> inDated = named(listing, dated).isPresent() ? walk(section + "/" + dated) : List.of();
        inDated.forEach(found -> paths.add(want(found)));
        if (plain.isPresent() && plain.get().linkTarget().filter(dated::equals).isPresent()) {
            files.addLink(section + "/" + Layout.NETBOOT, dated);
        } else if (plain.isPresent()) {
            addPlain(dated, inDated, paths);
        }
        return paths;
    }

    private void addPlain(String dated, List<Found> inDated, List<String> paths)
            throws ProblemException, InterruptedException {
        List<Found> inPlain = walk(section + "/" + Layout.NETBOOT);
        if (!inDated.isEmpty() && same(inDated, inPlain)) {
            files.addLink(section + "/" + Layout.NETBOOT, dated);
        } else {
            inPlain.forEach(found -> paths.add(want(found)));
        }
    }

    private String want(Found found) {
        files.addListed(found.directory, found.entry);
        return found.directory + "/" + found.entry.name();
    }

    /** Names, sizes and times alike, and each of them known. */
    private static boolean same(List<Found> a, List<Found> b) {
        return a.stream().noneMatch(found -> Identity.listed(found.entry).isEmpty())
                && a.stream()
                        .map(Netboot::line)
                        .sorted()
                        .toList()
                        .equals(b.stream().map(Netboot::line).sorted().toList());
    }

    private static String line(Found found) {
        return found.entry.name() + " " + Identity.listed(found.entry);
    }

    private record Found(String directory, Entry entry) {}

    private List<Found> walk(String directory) throws ProblemException, InterruptedException {
        List<Found> found = new ArrayList<>();
        walk(directory, DEEPEST, found);
        return found;
    }

    private void walk(String directory, int depth, List<Found> found) throws ProblemException, InterruptedException {
        for (Entry entry : fetch.list(directory).orElse(List.of())) {
            if (entry.type() == Entry.Type.FILE && found.size() < MOST_FILES) {
                found.add(new Found(directory, entry));
            } else if (entry.directory() && depth > 1) {
                walk(directory + "/" + entry.name(), depth - 1, found);
            }
        }
    }

    private static Optional<Entry> named(List<Entry> listing, String name) {
        return listing.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}

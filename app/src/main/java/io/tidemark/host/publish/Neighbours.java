package io.tidemark.host.publish;

import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds which single files of a cargo lie in their public places already: brought by another program, or by a run that was
 * cut. They are read there; what is right need not be sent. For the holder of the lock, once the cargo's staging is begun.
 */
record Neighbours(CopySession session, Cargo cargo, Tools tools, JobContext job) {

    /**
     * The cargo with what was found right, which is linked into the staged tree.
     *
     * @throws ProblemException {@code host.in-the-way} if something else lies in a place
     */
    Cargo found() throws ProblemException, InterruptedException {
        Cargo found = foundOrLeft();
        for (ManifestEntry file : files()) {
            if (!found.entries().contains(file)) {
                throw new ProblemException(Problem.of(
                        "host.in-the-way",
                        Problem.Category.REFUSED,
                        "object",
                        place() + "/" + file.path().text()));
            }
        }
        return found;
    }

    /** The same; a file in whose place something else lies is left out. */
    Cargo foundOrLeft() throws ProblemException, InterruptedException {
        List<ManifestEntry> files = files();
        Map<EntryPath, Long> sizes = new PublicFiles(session.connection(), place())
                .sizes(files.stream().map(ManifestEntry::path).toList());
        List<ManifestEntry> there =
                files.stream().filter(file -> sizes.containsKey(file.path())).toList();
        Set<ManifestEntry> wrong = wrong(there, sizes);
        List<ManifestEntry> fit =
                cargo.entries().stream().filter(entry -> !wrong.contains(entry)).toList();
        Set<EntryPath> right = there.stream()
                .filter(file -> !wrong.contains(file))
                .map(ManifestEntry::path)
                .collect(Collectors.toSet());
        link(right);
        wrong.forEach(file -> job.log(
                Severity.WARNING,
                Phrase.of("log.host.left", "object", file.path().text())));
        return Cargo.flat(cargo.staging(), cargo.source(), cargo.at(), fit).sharing(right);
    }

    private String place() {
        return cargo.at().equals(".") ? session.place() : session.place() + "/" + cargo.at();
    }

    private List<ManifestEntry> files() {
        return cargo.entries().stream()
                .filter(entry -> entry.type() == Type.FILE)
                .toList();
    }

    private Set<ManifestEntry> wrong(List<ManifestEntry> there, Map<EntryPath, Long> sizes)
            throws ProblemException, InterruptedException {
        Set<ManifestEntry> wrong = new HashSet<>();
        List<ManifestEntry> like = new ArrayList<>();
        for (ManifestEntry file : there) {
            if (sizes.get(file.path()) == file.size()) {
                like.add(file);
            } else {
                wrong.add(file);
            }
        }
        if (!like.isEmpty()) {
            long bytes = like.stream().mapToLong(ManifestEntry::size).sum();
            job.progress().phase("verify", like.size(), bytes);
            wrong.addAll(new Sums(session.connection(), place(), tools.cores()).wrong(like, job));
        }
        return wrong;
    }

    private void link(Set<EntryPath> right) throws ProblemException, InterruptedException {
        if (right.isEmpty()) {
            return;
        }
        List<EntryPath> directories = cargo.entries().stream()
                .filter(entry -> entry.type() == Type.DIRECTORY)
                .map(ManifestEntry::path)
                .toList();
        if (!directories.isEmpty()) {
            session.change(Verb.COPY_DIRECTORIES, NameList.of(directories), cargo.staging());
        }
        session.change(Verb.COPY_SHARE, NameList.of(List.copyOf(right)), cargo.staging(), cargo.base());
    }
}

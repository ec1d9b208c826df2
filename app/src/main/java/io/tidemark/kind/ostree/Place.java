package io.tidemark.kind.ostree;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the commit of a version lies.
 *
 * @param repository the directory of the OSTree repository
 * @param commit its name
 */
record Place(Path repository, Checksum commit) {

    private static final Pattern PATH = Pattern.compile("(?:(.*)/)?objects/([0-9a-f]{2})/([0-9a-f]{62})\\.commit");

    /** From the path of the object, which tells both. */
    static Optional<Place> of(Path object) {
        Matcher path = PATH.matcher(object.toString());
        return path.matches()
                ? Optional.of(new Place(
                        Path.of(path.group(1) == null ? "" : path.group(1)),
                        new Checksum(path.group(2) + path.group(3))))
                : Optional.empty();
    }

    static Place require(Path object) throws ProblemException {
        return of(object)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("ostree.place", Problem.Category.USAGE, "object", object)));
    }

    OpenRepository open() throws ProblemException {
        return OpenRepository.at(repository)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("ostree.place", Problem.Category.USAGE, "object", repository)));
    }
}

package io.tidemark.kind.ostree;

import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;

/** The objects that a commit lies among. */
final class Surroundings {

    private Surroundings() {}

    /** Whether it lies in a repository, with its content. */
    static boolean whole(Place place) {
        return Files.isRegularFile(place.repository().resolve("config"), LinkOption.NOFOLLOW_LINKS);
    }

    /** The objects of its repository; of loose objects where there are no settings, those of an archive. */
    static Objects objects(Place place) throws ProblemException {
        return whole(place) ? place.open().objects() : new Objects(place.repository(), true);
    }
}

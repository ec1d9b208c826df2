package io.tidemark.ui;

import java.util.Optional;

/** Somewhere the window can be: which page, showing what. Repositories are named as in the workspace. */
public sealed interface Place {

    /** The repository that the sidebar marks while we are here, if any. */
    default Optional<String> repository() {
        return Optional.empty();
    }

    /** The first page: the first repository, or how to get one. */
    record Home() implements Place {}

    /** One repository with its timeline; a version can be picked from the start. */
    record Repository(String name, Optional<String> version) implements Place {

        @Override
        public Optional<String> repository() {
            return Optional.of(name);
        }
    }

    /** Two versions side by side. */
    record Compare(String name, String before, String after) implements Place {

        @Override
        public Optional<String> repository() {
            return Optional.of(name);
        }
    }

    /** All jobs; one can be picked from the start, by its id. */
    record Jobs(Optional<String> job) implements Place {}

    /** The journals of all repositories. */
    record Activity() implements Place {}

    /** Settings of the console and, when a name is given, of that repository. */
    record Settings(Optional<String> name) implements Place {}

    /** The page of a repository with nothing picked. */
    static Place repository(String name) {
        return new Repository(name, Optional.empty());
    }
}

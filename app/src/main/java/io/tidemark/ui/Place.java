package io.tidemark.ui;

import java.util.Optional;

/** Somewhere the window can be: which page, showing what. Repositories are named as in the workspace. */
public sealed interface Place {

    /** The repository that the sidebar marks while we are here, if any. */
    default Optional<String> repository() {
        return Optional.empty();
    }

    /** The host that the sidebar marks while we are here, if any. */
    default Optional<String> host() {
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

    /** The images of one repository and the deltas between them; a pair can be picked from the start. */
    record Deltas(String name, Optional<Pair> pair) implements Place {

        @Override
        public Optional<String> repository() {
            return Optional.of(name);
        }
    }

    /** What changed inside one image since another, block by block. */
    record Blocks(String name, Pair pair) implements Place {

        @Override
        public Optional<String> repository() {
            return Optional.of(name);
        }
    }

    /** The texts that versions of one repository are composed of; a role can be picked from the start, else empty. */
    record Recipes(String name, String role) implements Place {

        @Override
        public Optional<String> repository() {
            return Optional.of(name);
        }
    }

    /** An ordered pair of images, by their names. */
    record Pair(String from, String to) {

        /** The way back. */
        public Pair turned() {
            return new Pair(to, from);
        }
    }

    /** One mirror host. */
    record Host(String name, Tab tab) implements Place {

        @Override
        public Optional<String> host() {
            return Optional.of(name);
        }

        /** What of it is on show. */
        public enum Tab {
            OVERVIEW,
            CONFIGURATION,
            VERSIONS,
            CLIENTS
        }
    }

    /** All jobs; one can be picked from the start, by its id. */
    record Jobs(Optional<String> job) implements Place {}

    /** The journals of all repositories. */
    record Activity() implements Place {}

    /** Settings of the console and, when a name is given, of that repository. */
    record Settings(Optional<String> name) implements Place {}

    /** The first page of a host. */
    static Place host(String name) {
        return new Host(name, Host.Tab.OVERVIEW);
    }

    /** The page of a repository with nothing picked. */
    static Place repository(String name) {
        return new Repository(name, Optional.empty());
    }
}

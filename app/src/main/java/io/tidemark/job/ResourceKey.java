package io.tidemark.job;

/**
 * Something that jobs need to themselves or share: a repository, a host.
 *
 * @param name what it is, for example {@code repository:/srv/mirror/alpine}
 * @param write whether nobody else may have it meanwhile; readers share it with each other
 */
public record ResourceKey(String name, boolean write) {

    /** A repository that will be changed. */
    public static ResourceKey writing(String directory) {
        return new ResourceKey("repository:" + directory, true);
    }

    /** A repository that will only be read. */
    public static ResourceKey reading(String directory) {
        return new ResourceKey("repository:" + directory, false);
    }

    boolean conflictsWith(ResourceKey other) {
        return name.equals(other.name) && (write || other.write);
    }
}

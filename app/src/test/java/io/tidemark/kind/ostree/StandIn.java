package io.tidemark.kind.ostree;

import io.tidemark.kind.RepositoryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Plays {@code rpm-ostree}: commits a directory to the ref that the treefile names, and says so in the words of the real
 * one. It takes what it is told as the real one does; packages it knows nothing of.
 */
public final class StandIn {

    private StandIn() {}

    /** The kind, with a program that composes whatever lies in a directory. */
    public static RepositoryKind kind(Path bin, Path system) throws IOException {
        Path program = Files.writeString(Files.createDirectories(bin).resolve("rpm-ostree"), """
            #!/bin/sh
            [ "$1" = --version ] && exit 0
            for word; do
              case "$word" in
                --repo=*) repo="${word#--repo=}" ;;
                --add-metadata-string=*) version="$word" ;;
              esac
              treefile="$word"
            done
            ref=$(sed -n 's/.*"ref": *"\\([^"]*\\)".*/\\1/p' "$treefile")
            made=$(ostree --repo="$repo" commit -b "$ref" --tree=dir=%s $version) || exit 1
            echo "$ref => $made"
            """.formatted(system));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new OstreeKind(bin + ":" + System.getenv("PATH"));
    }
}

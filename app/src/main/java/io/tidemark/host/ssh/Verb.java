package io.tidemark.host.ssh;

import java.util.List;

/**
 * Everything that may be run on a host: a program, the arguments it always gets, and whether it needs the rights of root.
 * What follows them is data and arrives literally; where data could look like an option the fixed arguments end with
 * {@code --}. Whoever needs one more adds a line here, where it can be seen in review.
 */
public enum Verb {
    /**
     * Lets the Tidemark of that version attend: the one that a console copied there, else the one on the path. Without
     * either it says so in one word.
     */
    ATTEND(
            "sh",
            "-c",
            "t=${XDG_DATA_HOME:-$HOME/.local/share}/tidemark/$1/bin/tidemark; "
                    + "[ -x \"$t\" ] && exec \"$t\" attend; "
                    + "command -v tidemark >/dev/null 2>&1 && exec tidemark attend; "
                    + "echo 'no tidemark on the path' >&2; exit 127",
            "tidemark"),
    /**
     * Unpacks a copy of this program, a tar archive on its input, beside the place where it will be, and says the digest of
     * each file.
     */
    UNPACK(
            "sh",
            "-c",
            "set -e; umask 022; d=${XDG_DATA_HOME:-$HOME/.local/share}/tidemark; mkdir -p \"$d\"; rm -rf \"$d/.new\"; "
                    + "mkdir \"$d/.new\"; tar -x -f - -C \"$d/.new\"; cd \"$d/.new\"; "
                    + "find . -type f -exec sha256sum {} +",
            "tidemark"),
    /** Tries the unpacked program, puts it in its place under that version, and says where that is. */
    SETTLE(
            "sh",
            "-c",
            "set -e; d=${XDG_DATA_HOME:-$HOME/.local/share}/tidemark; \"$d/.new/bin/tidemark\" --version >&2; "
                    + "rm -rf \"$d/$1.old\"; [ ! -e \"$d/$1\" ] || mv \"$d/$1\" \"$d/$1.old\"; "
                    + "mv \"$d/.new\" \"$d/$1\"; rm -rf \"$d/$1.old\"; echo \"$d/$1\"",
            "tidemark"),
    /** Says its arguments, each on a line. */
    SAY("printf", "%s\\n"),
    /** Name of the system, its version, its processor. */
    UNAME("uname", "-srm"),
    /** Number of the account. */
    WHO("id", "-u"),
    /** Where the programs named by the arguments are. */
    WHERE("which", "--"),
    /** Free bytes on the file systems of the arguments, as POSIX prints them, in KiB. */
    FREE("df", "-Pk", "--"),
    /** Makes directories, those above them included. */
    MAKE_DIRECTORIES("mkdir", "-p", "--"),
    /** The content of files, one after another. */
    READ("cat", "--"),
    /** Digests of files in the form of {@code sha256sum}. */
    SHA256("sha256sum", "--"),
    // What looks at a host.
    /** Whether the nearest existing path at or above the argument is a directory, may be written to, and which it is. */
    GROUND("sh", "-c", CheckScripts.GROUND, "tidemark"),
    /** Gathers what is to know of a host and of its root; further arguments are connections to try from there. */
    GATHER("sh", "-c", CheckScripts.GATHER, "tidemark"),
    /** The time there: seconds since 1970 and, where its program can, a fraction of one. */
    NOW("date", "+%s.%N"),
    /** Tests a new configuration of nginx. */
    NGINX_TEST(Rights.ROOT, "nginx", "-t"),
    // What publishing needs.
    /** Says what lies below a root, or in one directory below it: directories, links, and our own small files. */
    COPY_LOOK("sh", "-c", CopyScripts.LOOK, "tidemark"),
    /** What the host has for being published to. */
    COPY_TOOLS("sh", "-c", CopyScripts.TOOLS, "tidemark"),
    /** Takes the lock of a copy, and keeps it until its input ends. */
    COPY_LOCK("sh", "-c", CopyScripts.LOCK, "tidemark"),
    /** The other end of rsync. */
    COPY_RECEIVE("sh", "-c", CopyScripts.RECEIVE, "tidemark"),
    /** Writes a small file of ours. */
    COPY_PUT("sh", "-c", CopyScripts.PUT, "tidemark"),
    /** Begins the staging of a version. */
    COPY_STAGE("sh", "-c", CopyScripts.STAGE, "tidemark"),
    /** Throws the staging of a version away. */
    COPY_DISCARD("sh", "-c", CopyScripts.DISCARD, "tidemark"),
    /** Removes entries from a staged tree. */
    COPY_DROP("sh", "-c", CopyScripts.DROP, "tidemark"),
    /** Makes directories in a staged tree. */
    COPY_DIRECTORIES("sh", "-c", CopyScripts.DIRECTORIES, "tidemark"),
    /** Makes symbolic links in a staged tree. */
    COPY_LINKS("sh", "-c", CopyScripts.LINKS, "tidemark"),
    /** Makes a staged tree share files of a version there. */
    COPY_SHARE("sh", "-c", CopyScripts.SHARE, "tidemark"),
    /** Gives directories of a staged tree their mode. */
    COPY_MODES("sh", "-c", CopyScripts.MODES, "tidemark"),
    /** Seals a staged version. */
    COPY_SEAL("sh", "-c", CopyScripts.SEAL, "tidemark"),
    /** Adds a line to the journal of a copy. */
    COPY_RECORD("sh", "-c", CopyScripts.RECORD, "tidemark"),
    /** Removes a file of ours. */
    COPY_FORGET("sh", "-c", CopyScripts.FORGET, "tidemark"),
    /** Moves a channel. */
    COPY_FLIP("sh", "-c", CopyScripts.FLIP, "tidemark"),
    /** Lifts a hold. */
    COPY_RELEASE("sh", "-c", CopyScripts.RELEASE, "tidemark"),
    /** Lists a tree. */
    COPY_LIST("sh", "-c", CopyScripts.LIST, "tidemark"),
    /** Digests of files, named by the input. */
    COPY_SUMS("sh", "-c", CopyScripts.SUMS, "tidemark"),
    /** Whether root may be had without a password. */
    ROOT(Rights.ROOT, "true");

    private final Rights rights;
    private final List<String> words;

    Verb(String... words) {
        this(Rights.OWN, words);
    }

    Verb(Rights rights, String... words) {
        this.rights = rights;
        this.words = List.of(words);
    }

    /** The program and its fixed arguments. */
    List<String> words() {
        return words;
    }

    Rights rights() {
        return rights;
    }

    /** Whose rights a verb needs. */
    enum Rights {
        /** Those of the account. */
        OWN,
        /** Those of root: through {@code sudo}, unless the account is root. */
        ROOT
    }
}

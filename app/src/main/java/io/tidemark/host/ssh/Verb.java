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
    /** Lets a staged file compare itself with another one there. */
    COPY_LIKE("sh", "-c", FileScripts.LIKE, "tidemark"),
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
    /** Seals a staged version that is one file. */
    COPY_SEAL_FILE("sh", "-c", FileScripts.SEAL_FILE, "tidemark"),
    /** Begins the staging of files that are no version. */
    COPY_BEGIN("sh", "-c", FileScripts.BEGIN, "tidemark"),
    /** Puts staged files into their public places. */
    COPY_PLACE("sh", "-c", FileScripts.PLACE, "tidemark"),
    /** Puts staged files into their public places, over what lies there. */
    COPY_STOCK("sh", "-c", FileScripts.STOCK, "tidemark"),
    /** Replaces a small file of ours by the input. */
    COPY_WRITE("sh", "-c", FileScripts.WRITE, "tidemark"),
    /** Adds a line to the journal of a copy. */
    COPY_RECORD("sh", "-c", CopyScripts.RECORD, "tidemark"),
    /** Sets a broken journal aside. */
    COPY_ASIDE("sh", "-c", CopyScripts.ASIDE, "tidemark"),
    /** Removes a file of ours. */
    COPY_FORGET("sh", "-c", CopyScripts.FORGET, "tidemark"),
    /** Moves a channel. */
    COPY_FLIP("sh", "-c", CopyScripts.FLIP, "tidemark"),
    /** Takes one document of a set. */
    COPY_DOCUMENT("sh", "-c", FileScripts.DOCUMENT, "tidemark"),
    /** Keeps a set of documents. */
    COPY_DOCUMENTS("sh", "-c", FileScripts.DOCUMENTS, "tidemark"),
    /** Gives clients a set of documents. */
    COPY_SHOW("sh", "-c", FileScripts.SHOW, "tidemark"),
    /** Says the documents in a directory. */
    COPY_PAPERS("sh", "-c", FileScripts.PAPERS, "tidemark"),
    /** Lifts a hold. */
    COPY_RELEASE("sh", "-c", CopyScripts.RELEASE, "tidemark"),
    /** Lists a tree. */
    COPY_LIST("sh", "-c", CopyScripts.LIST, "tidemark"),
    /** Digests of files, named by the input. */
    COPY_SUMS("sh", "-c", CopyScripts.SUMS, "tidemark"),
    /** Bytes of public files, named by the input. */
    COPY_SIZES("sh", "-c", FileScripts.SIZES, "tidemark"),
    /** Whether root may be had without a password. */
    ROOT(Rights.ROOT, "true"),

    // Looking at hosts and setting them up; see ProvisionScripts.
    /** What is there of files, accounts, services, … */
    LOOK("sh", "-c", ProvisionScripts.LOOK, "tidemark"),
    /** The same, with the rights of root. */
    LOOK_AS_ROOT(Rights.ROOT, "sh", "-c", ProvisionScripts.LOOK, "tidemark"),
    /** One person at a time sets a host up: as long as this runs. */
    PROVISION_HOLD(Rights.ROOT, "sh", "-c", ProvisionScripts.HOLD, "tidemark"),
    /** Keeps what may change: under a name, pairs of kind and name. */
    PROVISION_BEGIN(Rights.ROOT, "sh", "-c", ProvisionScripts.BEGIN, "tidemark"),
    /** What was kept under that name is not needed again. */
    PROVISION_FINISH(Rights.ROOT, "sh", "-c", ProvisionScripts.FINISH, "tidemark"),
    /** Puts back what an unfinished run kept. */
    PROVISION_UNDO(Rights.ROOT, "sh", "-c", ProvisionScripts.UNDO, "tidemark"),
    /** An account without login: name, home, shell. */
    PROVISION_ACCOUNT(Rights.ROOT, "sh", "-c", ProvisionScripts.ACCOUNT, "tidemark"),
    /** A directory all may read: path, owner. */
    PROVISION_DIRECTORY(Rights.ROOT, "sh", "-c", ProvisionScripts.DIRECTORY, "tidemark"),
    /** The input as a file of root: path, mode, SHA-256. */
    PROVISION_WRITE(Rights.ROOT, "sh", "-c", ProvisionScripts.WRITE, "tidemark"),
    /** A symbolic link: path, where it leads. */
    PROVISION_LINK(Rights.ROOT, "sh", "-c", ProvisionScripts.LINK, "tidemark"),
    /** Removes files and links. */
    PROVISION_REMOVE(Rights.ROOT, "sh", "-c", ProvisionScripts.REMOVE, "tidemark"),
    /** Tries a configuration of the rsync daemon: its path, its modules. */
    RSYNCD_TEST(Rights.ROOT, "sh", "-c", ProvisionScripts.RSYNCD_TEST, "tidemark"),
    /** Tests a new configuration of Apache. */
    APACHE_TEST(Rights.ROOT, "sh", "-c", ProvisionScripts.APACHE_TEST, "tidemark"),
    /** Tests units of systemd. */
    SYSTEMD_TEST(Rights.ROOT, "sh", "-c", ProvisionScripts.SYSTEMD_TEST, "tidemark"),
    /** A service that runs, now and after the next start: name, and whether to {@code reload} or {@code keep} it. */
    PROVISION_SERVICE(Rights.ROOT, "sh", "-c", ProvisionScripts.SERVICE, "tidemark"),
    /** Opens a firewall, {@code ufw} or {@code firewalld}, at a port. */
    PROVISION_PORT(Rights.ROOT, "sh", "-c", ProvisionScripts.PORT, "tidemark"),
    /** Labels what lies below a path as public. */
    PROVISION_LABEL(Rights.ROOT, "sh", "-c", ProvisionScripts.LABEL, "tidemark"),
    /** A certificate from Let's Encrypt: plugin, name, mail. */
    PROVISION_CERTBOT(Rights.ROOT, "sh", "-c", ProvisionScripts.CERTBOT, "tidemark"),
    /** Status of the web server's answers: scheme, name, address, port, paths. */
    ASK_WEB("sh", "-c", ProvisionScripts.ASK_WEB, "tidemark"),
    /** What the rsync daemon offers: its URL. */
    ASK_RSYNC("rsync", "--contimeout=10", "--timeout=15", "--"),
    /** A directory with a dot in each tree, {@code make} or {@code remove}, to see that no server shows it. */
    PROVISION_DOT(Rights.ROOT, "sh", "-c", ProvisionScripts.DOT, "tidemark");

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

package io.tidemark.schedule;

import java.util.Set;

/** What is known of programs that cron lines call. */
final class Programs {

    /** Look at a tree and leave it as it is: tools, servers, back-ups. */
    static final Set<String> READERS = Set.of(
            "du",
            "df",
            "ls",
            "cat",
            "head",
            "tail",
            "grep",
            "egrep",
            "fgrep",
            "zgrep",
            "stat",
            "test",
            "[",
            "[[",
            "echo",
            "printf",
            "sha1sum",
            "sha256sum",
            "sha512sum",
            "md5sum",
            "cksum",
            "b2sum",
            "diff",
            "cmp",
            "file",
            "wc",
            "sort",
            "tree",
            "logger",
            "mail",
            "sendmail",
            "mailx",
            "true",
            "false",
            ":",
            "sleep",
            "date",
            "which",
            "dirname",
            "basename",
            "realpath",
            "readlink",
            "nginx",
            "apache2",
            "httpd",
            "lighttpd",
            "darkhttpd",
            "caddy",
            "vsftpd",
            "smbd",
            "borg",
            "restic",
            "kopia",
            "duplicity",
            "rdiff-backup",
            "inotifywait",
            "less",
            "ssh",
            "tidemark",
            "pgrep",
            "ps",
            "mountpoint",
            "chronic",
            "return",
            "exit",
            "case",
            "for",
            "rdiff-dir",
            "run-parts");

    /** Write where their last argument says, or {@code -t}. */
    static final Set<String> COPIERS = Set.of("cp", "install", "ln", "scp", "rclone", "rsync");

    /** Write into the directory they run in unless told otherwise. */
    static final Set<String> FETCHERS = Set.of("wget", "curl", "lftp", "aria2c", "axel", "git", "unzip", "ncftpget");

    /** Change whatever path they are given. */
    static final Set<String> CHANGERS = Set.of(
            "mv",
            "rm",
            "rmdir",
            "touch",
            "chmod",
            "chown",
            "chgrp",
            "truncate",
            "tee",
            "unlink",
            "shred",
            "dd",
            "cpio",
            "mkdir",
            "apk",
            "abuild",
            "ostree",
            "rpm-ostree",
            "unison",
            "zsync",
            "debmirror",
            "apt-mirror",
            "createrepo",
            "reprepro",
            "aptly",
            "setfacl",
            "7z",
            "bsdtar",
            "mktorrent",
            "csync2",
            "syncthing");

    /** Options of rsync that take the next word. */
    static final Set<String> RSYNC_VALUES = Set.of(
            "-e",
            "--rsh",
            "-f",
            "--filter",
            "--exclude",
            "--include",
            "--exclude-from",
            "--include-from",
            "--files-from",
            "--bwlimit",
            "--log-file",
            "--log-file-format",
            "--out-format",
            "--password-file",
            "--link-dest",
            "--compare-dest",
            "--copy-dest",
            "-T",
            "--temp-dir",
            "--partial-dir",
            "--timeout",
            "--contimeout",
            "--port",
            "--chmod",
            "-B",
            "--block-size",
            "--max-size",
            "--min-size",
            "--backup-dir",
            "--suffix",
            "--rsync-path",
            "--chown",
            "--max-delete",
            "--modify-window",
            "--address",
            "--info",
            "--debug",
            "-M");

    static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "su", "runuser");

    /** Run another command that stands among their arguments. */
    static final Set<String> WRAPPERS = Set.of(
            "sudo",
            "doas",
            "nice",
            "ionice",
            "flock",
            "timeout",
            "env",
            "nohup",
            "setsid",
            "chronic",
            "xargs",
            "taskset",
            "systemd-run",
            "systemd-inhibit",
            "chrt",
            "cronic",
            "stdbuf",
            "command",
            "parallel",
            "eatmydata");

    private Programs() {}

    /** Whether something is known of this program at all. */
    static boolean known(String name) {
        return READERS.contains(name)
                || COPIERS.contains(name)
                || FETCHERS.contains(name)
                || CHANGERS.contains(name)
                || SHELLS.contains(name)
                || Set.of("tar", "find", "sed", "perl", "lftp").contains(name);
    }
}

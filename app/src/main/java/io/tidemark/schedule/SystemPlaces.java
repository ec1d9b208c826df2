package io.tidemark.schedule;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a system keeps what runs by itself.
 *
 * @param root the file system's root; another directory in tests
 * @param home the user's home directory, whose units count too
 * @param path where the program {@code crontab} is looked for; empty for nowhere
 * @param self process that looks, not to be reported
 */
record SystemPlaces(Path root, Path home, String path, long self) {

    private static final List<String> PERIODS = List.of("15min", "hourly", "daily", "weekly", "monthly");

    /** This machine, this user. */
    static SystemPlaces here() {
        return new SystemPlaces(
                Path.of("/"),
                Path.of(System.getProperty("user.home")),
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                ProcessHandle.current().pid());
    }

    /** Tables whose lines name a user before the command. */
    Path crontab() {
        return root.resolve("etc/crontab");
    }

    Path cronD() {
        return root.resolve("etc/cron.d");
    }

    /** Directories of users' own tables: Debian, Red Hat, Alpine. */
    List<Path> spools() {
        return List.of(
                root.resolve("var/spool/cron/crontabs"), root.resolve("var/spool/cron"), root.resolve("etc/crontabs"));
    }

    /** Directories of scripts that are run as they are. */
    List<Path> scripts() {
        return PERIODS.stream()
                .flatMap(period -> java.util.stream.Stream.of(
                        root.resolve("etc/cron." + period), root.resolve("etc/periodic/" + period)))
                .toList();
    }

    /** Directories of systemd units, those that win first. */
    List<Path> units() {
        return List.of(
                root.resolve("etc/systemd/system"),
                root.resolve("run/systemd/system"),
                root.resolve("usr/local/lib/systemd/system"),
                root.resolve("usr/lib/systemd/system"),
                root.resolve("lib/systemd/system"),
                root.resolve("etc/systemd/user"),
                root.resolve("usr/lib/systemd/user"),
                home.resolve(".config/systemd/user"));
    }

    /** Where the user's own table is kept as it was before we changed it. */
    Path backup() {
        return home.resolve(".local/state/tidemark/crontab.backup");
    }

    Path proc() {
        return root.resolve("proc");
    }
}

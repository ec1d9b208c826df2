package io.tidemark.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ForeignWriter;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignWritersTest {

    @TempDir
    Path base;

    private Path system;
    private Path tree;
    private ForeignWriters writers;

    @BeforeEach
    void lay() throws Exception {
        system = Files.createDirectories(base.resolve("system"));
        tree = Files.createDirectories(base.resolve("srv/alpine"));
        Files.createDirectories(tree.resolve("3.15.5"));
        Files.createSymbolicLink(tree.resolve("latest-stable"), Path.of("3.15.5"));
        Files.createDirectories(base.resolve("srv/debian"));
        Files.createSymbolicLink(base.resolve("mirror"), tree);
        writers = new ForeignWriters(
                new SystemPlaces(system, base.resolve("home"), base.resolve("bin") + ":/usr/bin:/bin", 1));
    }

    private Path put(String path, String text) throws IOException {
        Path file = system.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file, text.replace("SRV", base.resolve("srv").toString()).replace("BASE", base.toString()));
    }

    private List<ForeignWriter> cron(String command) throws Exception {
        put("etc/cron.d/job", "MAILTO=root\n17 3 * * * root " + command + "\n");
        return writers.find(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wget --mirror -nH -P SRV/alpine https://mirror.example.org/alpine/",
                "wget -q --mirror --directory-prefix=SRV/alpine/3.15.5 https://mirror.example.org/",
                "cd SRV/alpine/latest-stable && wget --mirror https://mirror.example.org/",
                "cd SRV && rsync -a --delete rsync://mirror.example.org/x/ alpine/latest-stable/",
                "rsync -a --delete --exclude tmp rsync://mirror.example.org/x/ BASE/mirror/3.15.5 > /dev/null 2>&1",
                "rsync -a --delete rsync://mirror.example.org/all/ SRV",
                "/usr/bin/flock -n /run/lock/x /usr/bin/rsync -a x::y SRV/alpine/",
                "nice -n 10 ionice -c3 cp -r /incoming/. SRV/alpine/edge",
                "bash -c 'cd SRV/alpine; lftp -e \"mirror x; bye\" ftp.example.org'",
                "lftp -e 'mirror --delete /pub SRV/alpine/v3.15; bye' ftp.example.org",
                "curl -s https://x.example/y -o SRV/alpine/y",
                "date > SRV/alpine/.timestamp",
                "find SRV/alpine -mtime +30 -delete",
                "rm -rf SRV/alpine/3.15.1",
                "git -C SRV/alpine pull",
                "DEST=SRV/alpine; rsync -a x::y \"$DEST/3.15.5\"",
                "su - mirror -c \"rsync -a x::y SRV/alpine/\"",
                "/opt/unknown/sync-tool --into=SRV/alpine",
                "tar -xzf /tmp/x.tgz -C SRV/alpine",
                "sudo -u mirror mv SRV/alpine/3.15.1 /tmp/",
            })
    void namesCronLinesThatWrite(String command) throws Exception {
        List<ForeignWriter> found = cron(command);
        assertEquals(1, found.size(), command);
        assertEquals(ForeignWriter.Kind.CRON, found.getFirst().kind());
        assertTrue(found.getFirst().where().endsWith("etc/cron.d/job:2"));
        assertTrue(found.getFirst().canDisable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wget --mirror -P SRV/debian https://mirror.example.org/debian/",
                "rsync -a --delete rsync://mirror.example.org/x/ SRV/alpine-other/",
                "rsync -a SRV/alpine/ backup.example.org:/srv/alpine/",
                "rsync -a SRV/alpine/ /backup/alpine/",
                "cp -r SRV/alpine/3.15.5 /backup/",
                "tar czf /backup/alpine.tgz SRV/alpine",
                "du -sh SRV/alpine | mail -s size root",
                "tidemark update SRV/alpine --promote latest-stable --quiet",
                "/opt/tidemark/bin/tidemark update SRV/alpine",
                "flock -n /run/lock/x tidemark update SRV/alpine",
                "find SRV/alpine -name '*.apk' | wc -l > /var/log/count",
                "# rsync -a x::y SRV/alpine",
                "cd SRV/alpine && sha256sum -c SUMS",
                "test -d SRV/alpine && run-parts /etc/cron.daily",
                "restic backup SRV/alpine",
                "git -C SRV/alpine log",
                "python3 -m http.server --directory SRV/alpine",
                "wget -O /tmp/x http://127.0.0.1/alpine/x",
                "echo SRV/alpine",
            })
    void passesOverLinesThatOnlyMentionOrRead(String command) throws Exception {
        assertEquals(List.of(), cron(command), command);
    }

    @Test
    void readsEveryPlaceThatCronReads() throws Exception {
        put("etc/crontab", "*/5 * * * * mirror rsync -a x::y SRV/alpine/\n");
        put("etc/cron.d/a", "MIRROR=SRV/alpine\n@daily root rsync -a x::y $MIRROR\n");
        put("etc/cron.d/ignored.dpkg-old", "@daily root rsync -a x::y SRV/alpine\n");
        put("var/spool/cron/crontabs/keeper", "0 4 * * 1-5 rsync -a x::y SRV/alpine\n");
        Path script = put("etc/cron.daily/mirror", "#!/bin/sh\nset -e\ncd SRV/alpine\nwget -m https://x.example/\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        put("etc/cron.hourly/asleep", "#!/bin/sh\nrsync -a x::y SRV/alpine\n");
        List<String> where = writers.find(tree).stream()
                .map(w -> system.relativize(Path.of(w.where())).toString())
                .toList();
        assertEquals(
                List.of("etc/crontab:1", "etc/cron.d/a:2", "var/spool/cron/crontabs/keeper:1", "etc/cron.daily/mirror"),
                where);
    }

    @Test
    void looksIntoScripts() throws Exception {
        Path script = base.resolve("update-mirror.sh");
        Files.writeString(script, "#!/bin/bash\nTARGET=$1\nrsync -a --delete x::y \"${TARGET}/3.15.5/\"\n");
        assertEquals(1, cron(script + " SRV/alpine >/dev/null").size());
        assertEquals(1, cron("sh " + script + " SRV/alpine").size());
        assertEquals(0, cron(script + " SRV/debian").size());
    }

    @Test
    void readsServicesOfTimers() throws Exception {
        put(
                "etc/systemd/system/mirror.service",
                "[Service]\nType=oneshot\nWorkingDirectory=" + tree
                        + "\nExecStart=-/usr/bin/wget --mirror \\\n  https://x.example/\n");
        put("usr/lib/systemd/system/other.service", "[Service]\nExecStart=/usr/bin/rsync -a x::y SRV/debian\n");
        put("usr/lib/systemd/system/masked.service", "[Service]\nExecStart=/usr/bin/rsync -a x::y SRV/alpine\n");
        Files.createSymbolicLink(system.resolve("etc/systemd/system/masked.service"), Path.of("/dev/null"));
        List<ForeignWriter> found = writers.find(tree);
        assertEquals(1, found.size());
        assertEquals(ForeignWriter.Kind.TIMER, found.getFirst().kind());
        assertTrue(found.getFirst().where().endsWith("mirror.service"));
    }

    @Test
    void findsProcessesThatWrite() throws Exception {
        process("10", "rsync\0-a\0x::y\0SRV/alpine/\0", "/", "");
        process("11", "wget\0-m\0https://x.example/\0", tree.resolve("3.15.5").toString(), "");
        process("12", "vim\0SRV/alpine/notes\0", "/", "");
        process("13", "something\0", "/", "0100001");
        process("14", "something\0", "/", "0100000");
        process("1", "rsync\0-a\0x::y\0SRV/alpine/\0", "/", "");
        process("15", "java\0-m\0io.tidemark/io.tidemark.Main\0update\0SRV/alpine\0", "/", "0100001");
        assertEquals(
                List.of("10", "11", "13"),
                writers.find(tree).stream().map(ForeignWriter::where).toList());
    }

    @Test
    void callsHelpersOfKilledRunsWhatTheyAre() throws Exception {
        String helper = "rsync\0--copy-dest=SRV/alpine/3.15.5\0x::y\0SRV/alpine/.tidemark/staging/1/scratch\0";
        process("20", helper, base.toString(), "");
        put("proc/20/stat", "20 (rsync (a) b) S 2 20 20 0\n");
        process("21", helper, base.toString(), "");
        put("proc/21/stat", "21 (rsync) S 22 20 20 0\n");
        process("22", helper, base.toString(), "");
        put("proc/22/stat", "22 (rsync) S 23 20 20 0\n");
        process("23", "java\0-m\0io.tidemark/io.tidemark.Main\0update\0SRV/alpine\0", base.toString(), "");
        process("24", "rsync\0-a\0x::y\0SRV/alpine/3.15.5/\0", base.toString(), "");
        assertEquals(
                List.of("20 LEFTOVER", "24 PROCESS"),
                writers.find(tree).stream()
                        .map(each -> each.where() + " " + each.kind())
                        .toList());
    }

    private void process(String pid, String command, String cwd, String flags) throws IOException {
        put("proc/" + pid + "/cmdline", command);
        Files.createSymbolicLink(system.resolve("proc/" + pid + "/cwd"), Path.of(cwd));
        if (!flags.isEmpty()) {
            put("proc/" + pid + "/fdinfo/7", "pos:\t0\nflags:\t" + flags + "\n");
            Files.createDirectories(system.resolve("proc/" + pid + "/fd"));
            Files.createSymbolicLink(system.resolve("proc/" + pid + "/fd/7"), tree.resolve("3.15.5/x.apk"));
        }
    }

    @Test
    void findsAFileThatThisVeryProcessHoldsOpen() throws Exception {
        ForeignWriters real = new ForeignWriters(new SystemPlaces(Path.of("/"), base, "", -1));
        Path file = tree.resolve("3.15.5/held");
        try (var held = Files.newOutputStream(file)) {
            held.write(1);
            String self = Long.toString(ProcessHandle.current().pid());
            assertTrue(real.find(tree).stream().anyMatch(w -> w.where().equals(self)));
        }
    }

    @Test
    void disablesAndEnablesACronLine() throws Exception {
        Path table = put(
                "etc/cron.d/mirror", "# daily\nMAILTO=x\n0 4 * * * root rsync -a x::y SRV/alpine\n@daily root true\n");
        Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("rw-r-----"));
        String before = Files.readString(table);
        ForeignWriter writer = writers.find(tree).getFirst();
        writers.disable(writer);
        assertEquals(before.replace("0 4 *", CronEdit.MARK + "0 4 *"), Files.readString(table));
        assertEquals(List.of(), writers.find(tree));
        assertEquals(before, Files.readString(new CronEdit(table).backup()));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(table)));
        writers.disable(writer);
        writers.enable(writer);
        assertEquals(before, Files.readString(table));
        assertEquals(List.of(writer), writers.find(tree));
    }

    @Test
    void disablesALineThatMovedAndRefusesOneThatChanged() throws Exception {
        Path table = put("etc/cron.d/mirror", "0 4 * * * root rsync -a x::y SRV/alpine\n");
        ForeignWriter writer = writers.find(tree).getFirst();
        Files.writeString(table, "# a new first line\n" + Files.readString(table));
        writers.disable(writer);
        assertTrue(Files.readString(table).contains("line\n" + CronEdit.MARK));
        Files.writeString(table, "0 5 * * * root something else\n");
        ProblemException changed = assertThrows(ProblemException.class, () -> writers.disable(writer));
        assertEquals("writer.changed", changed.problem().code());
        assertEquals("0 5 * * * root something else\n", Files.readString(table));
    }

    @Test
    void leavesProcessesAlone() {
        ForeignWriter process = new ForeignWriter(ForeignWriter.Kind.PROCESS, "4242", "rsync", false);
        ProblemException refused = assertThrows(ProblemException.class, () -> writers.disable(process));
        assertEquals("writer.not-ours", refused.problem().code());
    }

    /** A stand-in for crontab that keeps its table in a file. */
    private Path ownTable(String table) throws IOException {
        Path kept = Files.writeString(
                base.resolve("table"), table.replace("SRV", base.resolve("srv").toString()));
        Path program = Files.createDirectories(base.resolve("bin")).resolve("crontab");
        Files.writeString(
                program,
                "#!/bin/sh\ncase $1 in -l) cat " + kept + ";; -) cat > " + kept + ".new && mv " + kept + ".new " + kept
                        + ";; esac\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return kept;
    }

    @Test
    void readsAndEditsTheUsersOwnTable() throws Exception {
        String before = "0 4 * * * rsync -a x::y " + tree + "\n";
        Path kept = ownTable(before);
        ForeignWriter writer = writers.find(tree).getFirst();
        assertEquals("crontab:1", writer.where());
        assertTrue(writer.canDisable());
        writers.disable(writer);
        assertEquals(CronEdit.MARK + before, Files.readString(kept));
        assertEquals(before, Files.readString(base.resolve("home/.local/state/tidemark/crontab.backup")));
        assertEquals(List.of(), writers.find(tree));
        writers.enable(writer);
        assertEquals(before, Files.readString(kept));
    }

    @Test
    void watchesThePublicPathBesideItsVersions() throws Exception {
        Files.createDirectories(base.resolve("srv/panoptiscan"));
        Path versions = base.resolve("srv/panoptiscan.versions");
        put("etc/crontab", "*/5 * * * * mirror wget -m -P SRV/panoptiscan https://x.example/\n");
        assertEquals(1, writers.find(versions).size());
        assertEquals(0, writers.find(tree).size());
    }
}

package io.tidemark.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.HostReport;
import io.tidemark.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What hosts of several systems say is understood, and what no host would say does no harm. */
class ReportPartsTest {

    private static final String DEBIAN = """
        system
         PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
         ID=debian

        kernel
         Linux 6.1.0-18-amd64 x86_64

        cores
         8

        memory
         MemTotal:       32786044 kB

        space
         Filesystem     1024-blocks     Used Available Capacity Mounted on
         /dev/mapper/vg0-srv  10485760000 37430756  6896015600      36% /srv

        inodes
         Filesystem       Inodes  IUsed    IFree IUse% Mounted on
         /dev/vda       16777216 16545701   231515   99% /

        rsync
         rsync  version 3.2.7  protocol version 31

        services
         manager systemd
         nginx active
         rsync failed
         cron active
        """;
    private static final String ALPINE = """
        system
         NAME="Alpine Linux"
         ID=alpine
         PRETTY_NAME="Alpine Linux v3.20"

        cores
         2

        memory
         MemTotal:         495200 kB

        space
         Filesystem           1024-blocks    Used Available Capacity Mounted on
         overlay               10485760   9961472    524288  95% /
        inodes
         Filesystem              Inodes      Used Available Capacity Mounted on
         overlay                      0         0         0   0% /

        services
         manager openrc
         nginx started
         rsyncd crashed
        """;
    private static final String FEDORA = """
        system
         PRETTY_NAME='Fedora Linux 42 (Server Edition)'

        rsync
         rsync  version 3.4.3  protocol version 32

        labels
         Enforcing
         unconfined_u:object_r:var_t:s0 /srv/mirror
        """;

    private final Notes notes = new Notes();

    private Severity of(String check) {
        return notes.findings().stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow()
                .severity();
    }

    private boolean told(String check) {
        return notes.findings().stream().anyMatch(finding -> finding.check().equals(check));
    }

    private Machine look(String said) {
        Sections sections = Sections.read(said);
        Machine machine = new Machine(sections, notes);
        machine.size();
        machine.rsync();
        machine.labels();
        new Room(sections, notes).look(List.of());
        new Services(sections, notes).look(Optional.empty());
        return machine;
    }

    @Test
    void debian() {
        assertEquals("Debian GNU/Linux 12 (bookworm)", look(DEBIAN).system());
        assertEquals(8, notes.figures().get("cores"));
        assertEquals(6_896_015_600L * 1024, notes.figures().get("free.bytes"));
        assertEquals(Severity.DANGER, of("inodes"));
        assertEquals(Severity.WARNING, of("rsync"));
        assertEquals(Severity.WARNING, of("service.rsync"));
        assertEquals(Severity.GOOD, of("service.nginx"));
        assertFalse(told("selinux"));
    }

    @Test
    void alpineWithBusybox() {
        assertEquals("Alpine Linux v3.20", look(ALPINE).system());
        assertEquals(Severity.WARNING, of("space"));
        assertEquals(Severity.INFO, of("memory"));
        assertEquals(Severity.GOOD, of("service.nginx"));
        assertEquals(Severity.WARNING, of("service.rsyncd"));
        assertFalse(told("inodes"));
    }

    @Test
    void fedora() {
        assertEquals("Fedora Linux 42 (Server Edition)", look(FEDORA).system());
        assertEquals(Severity.GOOD, of("rsync"));
        assertEquals(Severity.WARNING, of("selinux"));
        assertEquals(Severity.INFO, of("service"));
    }

    @Test
    void theDiskShouldHoldThreeTimesTheContent() {
        HostReport.CopiedVersion version =
                new HostReport.CopiedVersion("1", "", Optional.empty(), 1, 4_000_000_000L, true);
        HostReport.Copy copy = new HostReport.Copy("alpine", List.of(version, version), List.of(), Optional.empty());
        new Room(Sections.read(ALPINE), notes).look(List.of(copy));
        assertEquals(Severity.WARNING, of("store"));
    }

    @Test
    void whatNoHostWouldSayDoesNoHarm() {
        String nines = "9".repeat(5000);
        for (String odd : List.of(
                "",
                "space\n /x " + nines + " " + nines + " " + nines + " 1% /",
                "space\n x 999999999999999 1 999999999999999 1% /\ninodes\n x 0 0 -5 - /",
                "cores\n " + nines + "\nmemory\n MemTotal: " + nines,
                "rsync\n rsync version 99999.99999.99999",
                "services\n manager systemd\n ../../x active\n nginx \u001b[2J",
                "labels\n Enforcing",
                "system\n PRETTY_NAME=\"" + "\u001b[31m\u202e".repeat(100) + "\"")) {
            String system = look(odd).system();
            assertTrue(system.length() <= 201 && system.chars().noneMatch(Character::isISOControl), system);
        }
    }

    @Test
    void filesAreKeptApartWhateverTheyHold() {
        Sections said =
                Sections.read("tables\n file /etc/crontab\n  file /fake\n  out\n\n file /etc/cron.d/x\n  two\nout\n a");
        assertEquals(Map.of("/etc/crontab", "file /fake\nout\n", "/etc/cron.d/x", "two\n"), said.files("tables"));
        assertEquals("a", said.first("out"));
    }

    @Test
    void timesAreReadInEveryForm() {
        Instant time = Instant.parse("2026-11-05T20:14:03Z");
        assertEquals(Optional.of(time), Stamp.parse("" + time.getEpochSecond()));
        assertEquals(Optional.of(time), Stamp.parse(time.toEpochMilli() + "\n"));
        assertEquals(Optional.of(time), Stamp.parse("Thu, 05 Nov 2026 20:14:03 GMT"));
        assertEquals(Optional.of(time), Stamp.parse("Thu Nov  5 20:14:03 UTC 2026"));
        assertEquals(Optional.of(time), Stamp.parse("2026-11-05T21:14:03+01:00"));
        assertEquals(Optional.empty(), Stamp.parse("yesterday"));
    }

    @Test
    void clocksTellFractionsWhereTheyCan() {
        assertEquals(OptionalLong.of(1_690_000_000_123L), Skew.time("1690000000.123456789\n"));
        assertEquals(OptionalLong.of(1_690_000_000_500L), Skew.time("1690000000.%N\n"));
        assertEquals(OptionalLong.of(1_690_000_000_500L), Skew.time("1690000000.\n"));
        assertEquals(OptionalLong.empty(), Skew.time("not now"));
        Skew.tell(OptionalLong.of(-400_000), notes);
        assertEquals(Severity.DANGER, of("clock"));
    }
}

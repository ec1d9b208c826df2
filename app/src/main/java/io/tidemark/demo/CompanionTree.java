package io.tidemark.demo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What lies beside the Alpine versions of a mirror for thin clients: software of the controller and antivirus data. Made
 * up in a directory; the software changes now and then, the antivirus data every day.
 */
public final class CompanionTree {

    private static final long FIRST_DAY = 1_649_030_400L;

    private CompanionTree() {}

    /** Writes the state of a day, counted from 0, over what is there. */
    public static void write(Path directory, long seed, int day) throws IOException {
        int minor = day / 3;
        for (int older = 0; older <= minor; older++) {
            put(
                    directory,
                    "software/panoptiscan-2." + older + ".0.tar.gz",
                    seed + " software " + older,
                    60_000,
                    older * 3);
        }
        put(directory, "antivirus/main.cvd", seed + " main", 120_000, 0);
        put(directory, "antivirus/daily.cvd", seed + " daily " + day, 40_000, day);
        put(directory, "antivirus/bytecode.cvd", seed + " bytecode " + day / 2, 8_000, day / 2 * 2);
        Disk.write(directory.resolve("VERSION"), Bytes.utf8("2." + minor + ".0\n"), time(minor * 3));
        Disk.write(
                directory.resolve("antivirus/freshclam.dat"), Bytes.utf8("daily " + (26_500 + day) + "\n"), time(day));
    }

    private static void put(Path directory, String name, String seedText, int length, int day) throws IOException {
        Disk.write(directory.resolve(name), Bytes.content(seedText, length), time(day));
    }

    private static long time(int day) {
        return FIRST_DAY + day * 86_400L;
    }
}

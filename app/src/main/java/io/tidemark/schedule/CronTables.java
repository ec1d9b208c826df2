package io.tidemark.schedule;

import io.tidemark.program.Crontab;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what cron runs: tables of the system and of its users, and directories of scripts. */
final class CronTables {

    private static final String NAME = "[A-Za-z0-9_-]+";

    private final SystemPlaces places;

    CronTables(SystemPlaces places) {
        this.places = places;
    }

    List<CronLine> lines() throws InterruptedException {
        List<CronLine> lines = new ArrayList<>();
        read(places.crontab(), true, lines);
        for (Path file : SmallFiles.list(places.cronD(), "*")) {
            if (file.getFileName().toString().matches(NAME)) {
                read(file, true, lines);
            }
        }
        for (Path spool : places.spools()) {
            for (Path file : SmallFiles.list(spool, "*")) {
                if (!file.getFileName().toString().startsWith(".")) {
                    read(file, false, lines);
                }
            }
        }
        own(lines);
        return lines;
    }

    /** The user's own table, unless it was seen among the files: only root may look there. */
    private void own(List<CronLine> lines) throws InterruptedException {
        boolean seen = places.spools().stream().anyMatch(Files::isReadable);
        if (!seen && !places.path().isEmpty()) {
            read(OwnTable.PLACE, new Crontab(places.path()).read().orElse(""), false, lines);
        }
    }

    /** Scripts that run by the hour, day, week or month. */
    List<Path> scripts() {
        List<Path> scripts = new ArrayList<>();
        for (Path directory : places.scripts()) {
            for (Path file : SmallFiles.list(directory, "*")) {
                if (file.getFileName().toString().matches(NAME) && Files.isExecutable(file)) {
                    scripts.add(file);
                }
            }
        }
        return scripts;
    }

    private static void read(Path file, boolean user, List<CronLine> lines) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        read(file, SmallFiles.text(file).orElse(""), user, lines);
    }

    /** Settings above a line count for it, as {@code MIRROR=/srv/mirror} does. */
    static void read(Path file, String text, boolean user, List<CronLine> lines) {
        Map<String, String> settings = new HashMap<>();
        String[] all = text.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            String command = CronLine.command(all[i], user);
            if (!command.isBlank()) {
                lines.add(new CronLine(file, i + 1, all[i], prefix(settings) + command));
            } else if (all[i].matches("\\s*[A-Za-z_][A-Za-z0-9_]*\\s*=.*")) {
                String[] parts = all[i].strip().split("\\s*=\\s*", 2);
                settings.put(parts[0], parts[1].replaceAll("^([\"'])(.*)\\1$", "$2"));
            }
        }
    }

    private static String prefix(Map<String, String> settings) {
        StringBuilder out = new StringBuilder();
        settings.forEach((name, value) -> out.append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'; "));
        return out.toString();
    }
}

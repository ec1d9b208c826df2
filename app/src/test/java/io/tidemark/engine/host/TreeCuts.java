package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.host.publish.MirrorHost;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A version of 60 files that shares most with the one shown before. */
final class TreeCuts implements CutSubject {

    private static final int FILES = 60;

    private final PublishLab lab;
    private final Random random;

    /** Prepares a host that shows 1.0. */
    TreeCuts(Path dir, long seed) throws Exception {
        random = new Random(seed);
        lab = new PublishLab(dir, "alpine");
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            files.put("main/package-" + i + ".apk", text(i < 6 ? 200_000 : 2_000));
        }
        lab.write("1.0", files);
        PublishLab.sh("cp -al \"$1\" \"$2\"", at("1.0"), at("2.0"));
        for (int i = 0; i < FILES; i += 4) {
            Files.delete(lab.root.resolve("2.0/main/package-" + i + ".apk"));
            lab.write("2.0", Map.of("main/new-" + i + ".apk", text(i == 0 ? 400_000 : 3_000)));
        }
        lab.seal("1.0", "2.0");
        lab.run(lab.publishing("1.0"));
        lab.run(lab.switching("1.0"));
    }

    @Override
    public MirrorHost mirror() {
        return lab.mirror;
    }

    @Override
    public void act(Host host, Doors doors) throws Exception {
        lab.run(lab.publishing("2.0", host), doors);
        lab.run(lab.switching("2.0", host), doors);
    }

    @Override
    public String judge() throws Exception {
        try (Stream<Path> entries = Files.list(lab.there(""))) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                boolean version = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !name.startsWith(".");
                if (version && !PublishLab.seen(entry).equals(PublishLab.seen(lab.root.resolve(name)))) {
                    throw new IllegalStateException("torn " + entry);
                }
            }
        }
        String shown = Files.readSymbolicLink(lab.there(PublishLab.CHANNEL)).toString();
        if (!Files.isDirectory(lab.there(shown))) {
            throw new IllegalStateException("the channel leads to nothing: " + shown);
        }
        boolean staged = Files.exists(lab.there(".tidemark/staging/2.0"));
        return "2.0 " + (agreed() ? "there" : "not there") + ", shown " + shown + (staged ? ", part of it staged" : "");
    }

    @Override
    public String finished() {
        return "2.0 there, shown 2.0";
    }

    /** Whether 2.0 lies there, as disk and report both say; what was begun before the cut may just end. */
    private boolean agreed() throws Exception {
        for (int i = 0; i < 50; i++) {
            boolean told = lab.copy().versions().stream()
                    .filter(HostReport.CopiedVersion::complete)
                    .anyMatch(v -> v.name().equals("2.0"));
            if (told == Files.exists(lab.there("2.0"))) {
                return told;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("report and disk differ about 2.0");
    }

    private String at(String version) {
        return lab.root.resolve(version).toString();
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    @Override
    public void close() {
        lab.close();
    }
}

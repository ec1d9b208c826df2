package io.tidemark.engine.host;

import io.tidemark.engine.image.ImageLab;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Copies;
import io.tidemark.host.publish.MirrorHost;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** An image with its deltas, and the series that it leads from then on. */
final class ImageCuts implements CutSubject {

    private static final String DOCUMENT = "meta/" + ImageLab.SERIES + ".json";
    private static final String LIST = "CKSUMS";

    private final ImageLab lab;
    private final MirrorHost mirror;
    private final byte[] before;
    private final byte[] listBefore;

    /** Prepares a host whose series is led by the second image. */
    ImageCuts(Path dir) throws Exception {
        lab = new ImageLab(dir);
        for (int i = 0; i < 3; i++) {
            lab.build(i);
        }
        lab.init(Map.of());
        lab.takeInAndPublish();
        mirror = new MirrorHost(dir.resolve("there"));
        Doors doors = mirror.doors(mirror.sshd.port);
        run(publishing(0, mirror.host()), doors);
        run(publishing(1, mirror.host()), doors);
        run(switching(1, mirror.host()), doors);
        before = Files.readAllBytes(there(DOCUMENT));
        listBefore = Files.readAllBytes(there(LIST));
    }

    private void run(Operation.OnHost operation, Doors doors) throws Exception {
        HostWork work = new HostWork(new Repositories(lab.ground(), place -> place), doors);
        work.run(operation, work.plan(operation, lab.job()), lab.job());
    }

    private Operation.Publish publishing(int number, Host host) {
        return new Operation.Publish(lab.mirror(), host, id(number));
    }

    private Operation.SwitchThere switching(int number, Host host) {
        return new Operation.SwitchThere(lab.mirror(), host, id(number), ImageLab.SERIES, "");
    }

    private static String id(int number) {
        return ImageLab.id(ImageLab.STAMPS.get(number));
    }

    private Path there(String relative) {
        return mirror.root.resolve("mirror").resolve(relative);
    }

    @Override
    public MirrorHost mirror() {
        return mirror;
    }

    @Override
    public void act(Host host, Doors doors) throws Exception {
        run(publishing(2, host), doors);
        run(switching(2, host), doors);
    }

    /** Every public file is as it is here, and each document is the old one or the new one, which names what lies there. */
    @Override
    public String judge() throws Exception {
        for (String directory : List.of("", "rdiffs")) {
            for (Path file : files(directory)) {
                boolean document = file.getFileName().toString().equals(LIST);
                Path here = lab.path(directory).resolve(file.getFileName());
                if (!document && Files.mismatch(file, here) >= 0) {
                    throw new IllegalStateException("torn " + file);
                }
            }
        }
        boolean shown = isNew(DOCUMENT, before);
        boolean listed = isNew(LIST, listBefore);
        if (shown || listed) {
            requireWhole();
        }
        boolean staged = Files.exists(there(".tidemark/staging/" + id(2)))
                || Files.exists(there(".tidemark/staging/.companions"));
        return words(agreed(), shown, listed) + (staged ? ", part of it staged" : "");
    }

    private static String words(boolean there, boolean shown, boolean listed) {
        return "image " + (there ? "there" : "not there") + ", document " + (shown ? "new" : "old") + ", list "
                + (listed ? "new" : "old");
    }

    @Override
    public String finished() {
        return words(true, true, true);
    }

    private List<Path> files(String directory) throws Exception {
        try (var entries = Files.list(there(directory))) {
            return entries.filter(Files::isRegularFile).toList();
        }
    }

    private boolean isNew(String path, byte[] old) throws Exception {
        byte[] now = Files.readAllBytes(there(path));
        boolean isNew = Arrays.equals(now, Files.readAllBytes(lab.path(path)));
        if (!isNew && !Arrays.equals(now, old)) {
            throw new IllegalStateException("neither the old nor the new " + path);
        }
        return isNew;
    }

    /** The new documents are those of here: all that they name lies there too. */
    private void requireWhole() throws Exception {
        for (String line : Files.readAllLines(lab.path(LIST))) {
            String name = line.split(" ")[2];
            if (!Files.exists(there(name)) && !Files.exists(there("rdiffs/" + name))) {
                throw new IllegalStateException("named, and not there: " + name);
            }
        }
    }

    /** Whether the image lies there, as disk and report both say; what was begun before the cut may just end. */
    private boolean agreed() throws Exception {
        for (int i = 0; i < 50; i++) {
            boolean sealed =
                    Files.exists(there(id(2) + ".img")) && !Files.exists(there(".tidemark/staging/" + id(2) + "/tree"));
            if (told() == sealed) {
                return sealed;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("report and disk differ about the image");
    }

    private boolean told() throws Exception {
        try (SshConnection connection = mirror.open()) {
            Optional<HostReport.CopiedVersion> version =
                    Copies.read(connection, mirror.host(), lab.job()).getFirst().versions().stream()
                            .filter(v -> v.complete() && v.name().equals(id(2)))
                            .findFirst();
            return version.isPresent();
        }
    }

    @Override
    public void close() {
        mirror.close();
        lab.close();
    }
}

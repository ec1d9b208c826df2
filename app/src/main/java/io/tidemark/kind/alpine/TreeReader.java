package io.tidemark.kind.alpine;

import io.tidemark.job.JobContext;
import io.tidemark.kind.RepositoryKind.IdentitySink;
import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is to know of an existing tree from its own indexes. What cannot be read is named in the facts, not refused. */
final class TreeReader {

    private static final int CHUNK = 1 << 16;

    private final Path tree;
    private final JobContext job;
    private final FactsBuilder facts = new FactsBuilder();
    private final Set<String> damaged = new HashSet<>();

    TreeReader(Path tree, JobContext job) {
        this.tree = tree;
        this.job = job;
    }

    VersionFacts read() throws ProblemException, InterruptedException {
        TreeLayout layout = TreeLayout.of(tree);
        List<SignedIndex> indexes = new ArrayList<>();
        for (Map.Entry<String, Path> each : layout.indexes().entrySet()) {
            readIndex(each.getKey(), each.getValue()).ifPresent(indexes::add);
        }
        String release = "";
        for (Path directory : layout.releases().values()) {
            TreeReleases releases = TreeReleases.of(directory);
            release = release.isEmpty() ? releases.newest() : release;
            facts.boot(bootFiles(releases));
        }
        layout.all().forEach(this::place);
        return facts.indexes(indexes)
                .signers(signers(layout, indexes))
                .put(Attributes.RELEASE, release)
                .put(Attributes.DAMAGED, Attributes.list(damaged))
                .put(Attributes.PROBE, probe(layout))
                .put(Attributes.NOT_INSPECTED, uninspected(layout))
                .build();
    }

    private void place(String section, Path directory) {
        String relative = tree.relativize(directory).toString();
        facts.put(Attributes.PLACE + section, relative.equals(section) ? "" : relative);
    }

    private static String uninspected(TreeLayout layout) {
        return layout.indexes().entrySet().stream()
                .filter(each -> TreeLayout.isFile(each.getValue().resolve(Layout.INDEX_3)))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private Optional<SignedIndex> readIndex(String section, Path directory) throws InterruptedException {
        job.checkpoint();
        Path file = directory.resolve(Layout.INDEX);
        if (!TreeLayout.isFile(file) && TreeLayout.isFile(directory.resolve(Layout.INDEX_3))) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedIndex.read(section, bounded(file, SignedIndex.LARGEST_FILE)));
        } catch (IOException | Malformed unreadable) {
            damaged.add(section + "/" + Layout.INDEX);
            return Optional.empty();
        }
    }

    /** The keys that signed, as far as the tree's own package of keys has them. */
    private static List<Signer> signers(TreeLayout layout, List<SignedIndex> indexes) {
        List<AlpineKey> keys = new ArrayList<>();
        for (SignedIndex index : indexes) {
            index.entries().stream()
                    .filter(entry -> entry.name().equals("alpine-keys"))
                    .map(entry -> layout.indexes().get(index.section()).resolve(entry.fileName()))
                    .forEach(file -> keys.addAll(keysIn(file)));
        }
        List<Signer> signers = new ArrayList<>();
        for (SignedIndex index : indexes) {
            for (SignatureEntry signature : index.signatures()) {
                keys.stream()
                        .filter(key -> key.signed(index, signature))
                        .findFirst()
                        .ifPresent(key -> signers.add(
                                new Signer(index.section(), signature.algorithm(), key, Signer.Trust.UNKNOWN)));
            }
        }
        return signers;
    }

    private static List<AlpineKey> keysIn(Path file) {
        try {
            return TreeLayout.isFile(file) ? KeyCandidates.keys(bounded(file, 4 << 20)) : List.of();
        } catch (IOException | Malformed holdsNone) {
            return List.of();
        }
    }

    private List<BootItem> bootFiles(TreeReleases releases) throws ProblemException, InterruptedException {
        List<BootItem> items = new ArrayList<>();
        for (Path file : releases.bootFiles()) {
            BootRole role = BootRoles.ofFile(file.getFileName().toString());
            if (role != BootRole.NONE) {
                String path = tree.relativize(file).toString();
                String digests = (sha256(file) + " " + TreeReleases.listed(file)).strip();
                items.add(new BootItem(role, path, releases.newest(), digests));
            }
        }
        return items;
    }

    private String sha256(Path file) throws ProblemException, InterruptedException {
        MessageDigest digest = Digests.of("SHA-256");
        byte[] buffer = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                job.checkpoint();
            }
        } catch (IOException e) {
            throw TreeLayout.unreadable(file, e);
        }
        return Identity.digest("sha256", Digests.hex(digest));
    }

    private String probe(TreeLayout layout) {
        return layout.indexes().values().stream()
                .map(directory -> directory.resolve(Layout.INDEX))
                .filter(TreeLayout::isFile)
                .max(Comparator.comparing(file -> file.toString().contains("/main/")))
                .or(() -> layout.releases().values().stream()
                        .map(directory -> directory.resolve(Layout.LATEST))
                        .filter(TreeLayout::isFile)
                        .findFirst())
                .map(file -> tree.relativize(file).toString())
                .orElse("");
    }

    static byte[] bounded(Path file, int most) throws IOException, Malformed {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Malformed.bounds("file longer than " + most + " bytes");
            }
            return bytes;
        }
    }

    /** Names the promise for each file that has the name and size that the tree's own indexes give it. */
    static void identities(Path tree, VersionFacts facts, IdentitySink sink) throws ProblemException {
        TreeLayout layout = TreeLayout.of(tree);
        facts.packages().forEach(each -> {
            Path directory = layout.indexes().get(each.section());
            Path file = directory == null ? null : directory.resolve(each.name() + "-" + each.version() + ".apk");
            if (file != null && size(file) == each.size()) {
                sink.accept(tree.relativize(file).toString(), each.identity() + ":" + each.size());
            }
        });
        for (Path directory : layout.releases().values()) {
            TreeReleases.of(directory)
                    .identities((path, identity) ->
                            sink.accept(tree.relativize(path).toString(), identity));
        }
    }

    /** Bytes of a regular file, -1 for anything else. */
    static long size(Path file) {
        try {
            return TreeLayout.isFile(file) ? Files.size(file) : -1;
        } catch (IOException gone) {
            return -1;
        }
    }
}

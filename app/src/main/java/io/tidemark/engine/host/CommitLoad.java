package io.tidemark.engine.host;

import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.FileThere;
import io.tidemark.host.publish.Publishing;
import io.tidemark.host.publish.Shipment;
import io.tidemark.host.publish.Stock;
import io.tidemark.host.publish.Stocking;
import io.tidemark.host.publish.Tools;
import io.tidemark.job.Crew;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitFiles;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Phrase;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What publishing commits brings to a host.
 *
 * @param shipment the object of the version's own commit, which comes last
 * @param parts what clients fetch with it, for each repository
 */
record CommitLoad(Optional<Shipment> shipment, List<Part> parts) implements Freight {

    private static final long BLOCK = 4096;
    private static final int READERS = 4;

    /**
     * What one repository gets.
     *
     * @param files everything that belongs to the commits there
     * @param send paths of what is not there
     * @param read paths of what lies there and was not brought from here
     * @param like the place of a repository there with equal objects, empty for none
     * @param shared paths of what that one has
     * @param unsaid marks that are not written down there yet
     */
    record Part(
            CommitFiles files,
            List<String> send,
            List<String> read,
            String like,
            Set<String> shared,
            List<String> unsaid) {

        long bytes(List<String> paths) {
            return paths.stream().mapToLong(files.files()::get).sum();
        }

        /** What goes over the wire. */
        List<String> wire() {
            return send.stream().filter(path -> !shared.contains(path)).toList();
        }
    }

    @Override
    public List<String> recorded() {
        return parts.stream()
                .flatMap(part -> part.unsaid().stream().map(part.files()::whole))
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return Freight.super.isEmpty()
                && parts.stream()
                        .allMatch(part -> part.send().isEmpty() && part.read().isEmpty());
    }

    @Override
    public long room() {
        long own = shipment.map(each -> each.figures().room()).orElse(0L);
        return own
                + parts.stream()
                        .flatMap(part -> part.wire().stream().map(part.files().files()::get))
                        .mapToLong(size -> (size + BLOCK - 1) / BLOCK * BLOCK)
                        .sum();
    }

    @Override
    public void steps(PlanBuilder plan, String version, String host) {
        long own = shipment.isPresent() ? 1 : 0;
        long ownBytes = shipment.map(each -> each.figures().sendBytes()).orElse(0L);
        long there = count(Part::read);
        long thereBytes = bytes(Part::read);
        long shared = parts.stream().mapToLong(part -> part.shared().size()).sum();
        long sharedBytes = parts.stream()
                .mapToLong(part -> part.bytes(List.copyOf(part.shared())))
                .sum();
        if (there + shared > 0) {
            plan.step(
                    Action.SHARE,
                    version,
                    there + shared,
                    thereBytes + sharedBytes,
                    Phrase.of("step.host.objects", "host", host));
        }
        long send = own + count(Part::wire);
        long sendBytes = ownBytes + bytes(Part::wire);
        plan.step(Action.PUBLISH, version, send, sendBytes, Phrase.of("step.host.send", "host", host));
        plan.step(
                Action.VERIFY,
                version,
                send + there,
                sendBytes + thereBytes,
                Phrase.of("step.host.verify.objects", "host", host));
        if (own > 0) {
            plan.step(Action.SEAL, version, Phrase.of("step.host.seal", "host", host));
        }
        plan.figure("send.files", send)
                .figure("send.bytes", sendBytes)
                .figure("share.files", there + shared)
                .figure("share.bytes", thereBytes + sharedBytes);
    }

    private long count(java.util.function.Function<Part, List<String>> of) {
        return parts.stream().mapToLong(part -> of.apply(part).size()).sum();
    }

    private long bytes(java.util.function.Function<Part, List<String>> of) {
        return parts.stream().mapToLong(part -> part.bytes(of.apply(part))).sum();
    }

    @Override
    public Publishing.Done bring(CopySession session, Sealed sealed, Tools tools, JobContext job)
            throws ProblemException, InterruptedException {
        String version = sealed.version().name();
        Path root = sealed.repository().store().root();
        List<Stock> stocks = new ArrayList<>();
        List<FileThere> marks = new ArrayList<>();
        for (Part part : parts) {
            Map<String, ManifestEntry> read = entries(root, part, job);
            stocks.add(stock(part, read));
            part.unsaid()
                    .forEach(path -> marks.add(new FileThere(
                            part.files().whole(path),
                            read.get(path).size(),
                            read.get(path).sha256())));
        }
        Publishing.Done brought = new Stocking(session, sealed.repository().store(), version, tools, job)
                .run(sealed.facts(), stocks, marks);
        if (shipment.isEmpty()) {
            return brought;
        }
        Publishing.Done own =
                new Publishing(session, sealed.repository().store(), shipment.get(), tools, job).run(sealed.facts());
        return new Publishing.Done(brought.sentBytes() + own.sentBytes(), brought.readBytes() + own.readBytes());
    }

    private static Stock stock(Part part, Map<String, ManifestEntry> entries) {
        return new Stock(
                part.files().at(),
                part.send().stream().map(entries::get).toList(),
                part.read().stream().map(entries::get).toList(),
                part.like(),
                part.shared().stream().map(EntryPath::new).collect(Collectors.toSet()));
    }

    /** What is sent or compared, as it lies here. */
    private static Map<String, ManifestEntry> entries(Path root, Part part, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> paths = new ArrayList<>(part.send());
        paths.addAll(part.read());
        part.unsaid().stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        job.progress().phase("read", paths.size(), part.bytes(paths));
        Map<String, ManifestEntry> entries = new ConcurrentHashMap<>();
        Path directory = root.resolve(part.files().at()).normalize();
        Crew.all(READERS, paths, path -> {
            job.checkpoint();
            ManifestEntry entry = FileHere.entry(directory, path);
            entries.put(path, entry);
            job.progress().file();
            job.progress().bytes(entry.size());
        });
        return entries;
    }
}

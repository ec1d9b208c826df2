package io.tidemark.engine.host;

import io.tidemark.engine.image.HostedImages;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.host.publish.Accompanying;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.PublicFiles;
import io.tidemark.host.publish.Publishing;
import io.tidemark.host.publish.SealedThere;
import io.tidemark.host.publish.Shipment;
import io.tidemark.host.publish.Tools;
import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Phrase;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What publishing a version brings to a host.
 *
 * @param shipment the version, unless it lies there
 * @param companions what else goes with it: deltas of an image
 * @param found files that lie in their places there already, as far as their size tells
 */
record Load(Optional<Shipment> shipment, List<ManifestEntry> companions, Set<EntryPath> found) implements Freight {

    private static final long BLOCK = 4096;

    /** Works out what is missing there. */
    static Load of(Sealed sealed, CopyState state, PublicFiles there, JobContext job)
            throws ProblemException, InterruptedException {
        Optional<SealedThere> known = sealed.there(state, there.place());
        Optional<Shipment> shipment = known.isPresent()
                ? Optional.empty()
                : Optional.of(Shipment.of(sealed.repository().store(), sealed.version(), state));
        Load load = new Load(shipment, companions(sealed, state, job), Set.of());
        return sealed.isImage() ? load.with(there.sizes(load.paths()), state, there.place()) : load;
    }

    private static List<ManifestEntry> companions(Sealed sealed, CopyState state, JobContext job)
            throws ProblemException, InterruptedException {
        if (!sealed.isImage()) {
            return List.of();
        }
        Set<String> images = state.sealed().stream().map(SealedThere::name).collect(Collectors.toSet());
        return HostedImages.of(sealed.repository()).companions(sealed.version().name(), images, job);
    }

    private Load with(Map<EntryPath, Long> sizes, CopyState state, String place) throws ProblemException {
        for (ManifestEntry file : files()) {
            boolean other =
                    sizes.containsKey(file.path()) && !sizes.get(file.path()).equals(file.size());
            if (other && shipment.isPresent() && shipment.get().entries().contains(file)) {
                throw new ProblemException(Problem.of(
                        "host.in-the-way",
                        Problem.Category.REFUSED,
                        "object",
                        place + "/" + file.path().text()));
            }
        }
        List<ManifestEntry> missing = companions.stream()
                .filter(file -> !sizes.containsKey(file.path())
                        || sizes.get(file.path()).equals(file.size()) && !isBrought(file, state))
                .toList();
        return new Load(shipment, missing, sizes.keySet());
    }

    /** One that was brought, and is another here by now, is left as it is. */
    private static boolean isBrought(ManifestEntry file, CopyState state) {
        return state.papers().companion(file.path().text()).isPresent();
    }

    @Override
    public List<String> recorded() {
        return companions.stream().map(file -> file.path().text()).toList();
    }

    @Override
    public Publishing.Done bring(CopySession session, Sealed sealed, Tools tools, JobContext job)
            throws ProblemException, InterruptedException {
        RepositoryStore store = sealed.repository().store();
        Publishing.Done own = shipment.isPresent()
                ? new Publishing(session, store, shipment.get(), tools, job).run(sealed.facts())
                : new Publishing.Done(0, 0);
        if (companions.isEmpty()) {
            return own;
        }
        Publishing.Done beside =
                new Accompanying(session, store, sealed.version().name(), tools, job).run(companions);
        return new Publishing.Done(own.sentBytes() + beside.sentBytes(), own.readBytes() + beside.readBytes());
    }

    private List<ManifestEntry> files() {
        List<ManifestEntry> files =
                new ArrayList<>(shipment.map(Shipment::entries).orElse(List.of()));
        files.addAll(companions);
        return files;
    }

    private List<EntryPath> paths() {
        return files().stream().map(ManifestEntry::path).toList();
    }

    @Override
    public long room() {
        long beside = companions.stream()
                .filter(file -> !found.contains(file.path()))
                .mapToLong(file -> (file.size() + BLOCK - 1) / BLOCK * BLOCK)
                .sum();
        boolean there =
                shipment.filter(s -> s.file() && found.containsAll(paths(s))).isPresent();
        return beside + (there ? BLOCK : shipment.map(s -> s.figures().room()).orElse(0L));
    }

    private static List<EntryPath> paths(Shipment shipment) {
        return shipment.entries().stream().map(ManifestEntry::path).toList();
    }

    @Override
    public void steps(PlanBuilder plan, String version, String host) {
        Share share = share();
        Send send = send();
        if (share.files() > 0) {
            plan.step(Action.SHARE, version, share.files(), share.bytes(), share.why(host));
        }
        plan.step(Action.PUBLISH, version, send.files(), send.bytes(), Phrase.of("step.host.send", "host", host));
        plan.step(
                Action.VERIFY,
                version,
                send.files() + share.read(),
                send.bytes() + share.readBytes(),
                Phrase.of("step.host.verify", "host", host));
        if (shipment.isPresent()) {
            plan.step(Action.SEAL, version, Phrase.of("step.host.seal", "host", host));
        }
        plan.figure("send.files", send.files())
                .figure("send.bytes", send.bytes())
                .figure("share.files", share.files())
                .figure("share.bytes", share.bytes());
    }

    /** What is not sent, of which base, and how much of that is read there. */
    private record Share(long files, long bytes, long read, long readBytes, String base) {
        Phrase why(String host) {
            return base.isEmpty()
                    ? Phrase.of("step.host.found", "host", host)
                    : Phrase.of("step.host.share", "base", base, "host", host);
        }
    }

    private record Send(long files, long bytes) {}

    private Share share() {
        if (shipment.isPresent() && shipment.get().base().isPresent()) {
            Shipment.Figures figures = shipment.get().figures();
            String base = shipment.get().base().get().name();
            return new Share(figures.shareFiles(), figures.shareBytes(), 0, 0, base);
        }
        List<ManifestEntry> there =
                files().stream().filter(file -> found.contains(file.path())).toList();
        long bytes = there.stream().mapToLong(ManifestEntry::size).sum();
        return new Share(there.size(), bytes, there.size(), bytes, "");
    }

    private Send send() {
        long files = shipment.map(s -> s.figures().sendFiles()).orElse(0L) + companions.size();
        long bytes = shipment.map(s -> s.figures().sendBytes()).orElse(0L)
                + companions.stream().mapToLong(ManifestEntry::size).sum();
        long there =
                files().stream().filter(file -> found.contains(file.path())).count();
        long thereBytes = files().stream()
                .filter(file -> found.contains(file.path()))
                .mapToLong(ManifestEntry::size)
                .sum();
        return new Send(files - there, bytes - thereBytes);
    }
}

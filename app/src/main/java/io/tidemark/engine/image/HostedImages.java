package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.delta.FileDigest;
import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** What of an image repository belongs on another machine beside its images. Reads only. */
public final class HostedImages {

    private static final String ZSYNC = ".zsync";
    private static final int PERMISSIONS = 0777;

    private final ImageNow now;

    private HostedImages(ImageNow now) {
        this.now = now;
    }

    /** Of a repository here. */
    public static HostedImages of(Opened repository) throws ProblemException {
        return new HostedImages(ImageNow.of(repository));
    }

    /**
     * What goes with an image: every delta that leads to it, deltas from it to images that lie there, and the control file of
     * zsync.
     *
     * @param there images that lie on the other machine
     */
    public List<ManifestEntry> companions(String image, Set<String> there, JobContext job)
            throws ProblemException, InterruptedException {
        List<ManifestEntry> companions = new ArrayList<>();
        for (DeltaFacts delta : new TreeMap<>(now.deltas()).values()) {
            boolean wanted = delta.to().equals(image) || delta.from().equals(image) && there.contains(delta.to());
            String path = path(delta);
            if (wanted && delta.kept() && Files.isRegularFile(now.root().resolve(path))) {
                companions.add(entry(path, delta.sums().size(), delta.sums().sha256()));
            }
        }
        String zsync = now.name(image).file() + ZSYNC;
        Path control = now.root().resolve(zsync);
        if (Files.isRegularFile(control)) {
            companions.add(entry(zsync, control.toFile().length(), FileDigest.of(control, job, _ -> {})));
        }
        return companions;
    }

    /**
     * A series as another machine can show it: led by an image, with those that are before it here and lie there too, and with
     * the deltas that were brought.
     *
     * @param there images that lie there, the one included
     * @param brought whether a delta lies there, asked for path and digest
     */
    public HostedSeries series(
            String series, String image, Set<String> there, BiPredicate<String, String> brought, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> here = now.series().getOrDefault(series, List.of());
        int at = here.indexOf(image);
        List<String> members = new ArrayList<>(at < 0 ? here : here.subList(0, at));
        members.removeIf(member -> !there.contains(member));
        members.add(image);
        Facts facts = new Facts(now, job);
        List<PublishedImage> images = new ArrayList<>();
        for (String member : members) {
            ImageFacts known = facts.of(series, member);
            images.add(new PublishedImage(
                    now.name(member), known.sums(), known.definitions(), deltas(members, member, brought)));
        }
        return new HostedSeries(now.tree(), new PublishedSeries(series, images));
    }

    /** Those from images of the series first, in their order; then those of images that clients may still have. */
    private List<PublishedDelta> deltas(List<String> members, String image, BiPredicate<String, String> brought) {
        Comparator<DeltaFacts> order = Comparator.comparingInt((DeltaFacts delta) -> {
                    int at = members.indexOf(delta.from());
                    return at < 0 ? Integer.MAX_VALUE : at;
                })
                .thenComparing(delta -> now.name(delta.from()).version());
        return now.deltas().values().stream()
                .filter(delta -> delta.kept() && delta.to().equals(image))
                .filter(delta -> brought.test(path(delta), delta.sums().sha256()))
                .sorted(order)
                .map(delta -> new PublishedDelta(
                        now.deltaFile(new DeltaPair(delta.from(), delta.to())),
                        now.name(delta.from()).version(),
                        delta.sums()))
                .toList();
    }

    private String path(DeltaFacts delta) {
        return now.deltaPath(new DeltaPair(delta.from(), delta.to()));
    }

    /**
     * What every URL in the documents begins with.
     *
     * @throws ProblemException {@code image.base-url}
     */
    public String base() throws ProblemException {
        now.requireBase();
        return now.base();
    }

    /** Documents beside images that belong to that series, where a repository wants them: content by path. */
    public SequencedMap<String, byte[]> metalinks(HostedSeries series) {
        SequencedMap<String, byte[]> documents = new LinkedHashMap<>();
        ImageDocuments.metalinks(now, series.series(), documents);
        return documents;
    }

    private ManifestEntry entry(String path, long size, String sha256) throws ProblemException {
        try {
            int mode = (int) Files.getAttribute(now.root().resolve(path), "unix:mode") & PERMISSIONS;
            return new ManifestEntry(EntryPath.of(path), Type.FILE, mode, size, sha256, "");
        } catch (IOException unreadable) {
            Problem problem = Problem.of("plan.unreadable", Problem.Category.STORAGE, "object", path);
            throw new ProblemException(problem.with(unreadable.toString()), unreadable);
        }
    }
}

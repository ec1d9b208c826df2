package io.tidemark.engine.change;

import io.tidemark.engine.repository.FileFetch;
import io.tidemark.job.Crew;
import io.tidemark.job.JobContext;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.source.BulkFetch;
import io.tidemark.source.Source;
import io.tidemark.store.Staging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has files brought in one go by upstreams that can do so, and takes them in: each is checked as if it had come alone, and
 * nothing else that came is used.
 */
final class Deliveries {

    private static final int WIDTH = 4;

    private final Staging staging;
    private final Optional<Path> basis;
    private final FileFetch fetch;
    private final JobContext job;
    private boolean used;

    /** @param basis the tree of the version before, of which upstream's files may have much */
    Deliveries(Staging staging, Optional<Path> basis, FileFetch fetch, JobContext job) {
        this.staging = staging;
        this.basis = basis;
        this.fetch = fetch;
        this.job = job;
    }

    /** Brings what can be brought so; answers what has to come file by file. */
    List<WantedFile> bring(Source source, List<WantedFile> wanted) throws ProblemException, InterruptedException {
        Optional<BulkFetch> bulk = source.bulk();
        if (bulk.isEmpty()) {
            return wanted;
        }
        Map<String, WantedFile> together = new LinkedHashMap<>();
        List<WantedFile> alone = new ArrayList<>();
        for (WantedFile file : wanted) {
            if (!isPlain(file) || together.putIfAbsent(file.location(), file) != null) {
                alone.add(file);
            }
        }
        if (!together.isEmpty()) {
            bring(bulk.get(), together);
        }
        return alone;
    }

    /** Nothing is left behind once all is in the version. */
    void clear() throws ProblemException {
        if (used) {
            staging.delivery().retain(Set.of(), "");
        }
    }

    /** What has no identity may be another file of the same size and time: that shows only when it is read anew. */
    private static boolean isPlain(WantedFile file) {
        return file.content().isEmpty()
                && file.linkTarget().isEmpty()
                && file.size() >= 0
                && !file.identity().isEmpty();
    }

    private void bring(BulkFetch bulk, Map<String, WantedFile> files) throws ProblemException, InterruptedException {
        Staging.Delivery delivery = staging.delivery();
        used = true;
        delivery.retain(files.keySet(), BulkFetch.PARTS);
        List<BulkFetch.Wanted> wanted = files.values().stream()
                .map(file -> new BulkFetch.Wanted(file.location(), file.size()))
                .toList();
        boolean alike = files.values().stream().allMatch(file -> file.path().equals(file.location()));
        bulk.fetch(new BulkFetch.Order(wanted, delivery.place(), basis.filter(tree -> alike)), job);
        List<String> unasked = delivery.retain(files.keySet(), BulkFetch.PARTS);
        if (!unasked.isEmpty()) {
            job.log(
                    Severity.WARNING,
                    Phrase.of("update.unasked", "object", unasked.getFirst(), "files", unasked.size()));
        }
        Crew.all(WIDTH, List.copyOf(files.values()), file -> fetch.delivered(delivery, file));
    }
}

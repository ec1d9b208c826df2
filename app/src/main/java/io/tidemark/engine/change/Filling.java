package io.tidemark.engine.change;

import io.tidemark.engine.repository.Base;
import io.tidemark.engine.repository.FileFetch;
import io.tidemark.job.Crew;
import io.tidemark.job.JobContext;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.Survey;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.ProblemException;
import io.tidemark.source.Source;
import io.tidemark.store.Staging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Fills a staged version with what a survey wants: shares what is the same, then fetches phase by phase, indexes last. */
final class Filling {

    private final Staging staging;
    private final Base base;
    private final JobContext job;
    private final FileFetch fetch;
    private final Deliveries deliveries;

    Filling(RepositoryKind kind, Staging staging, Base base, JobContext job) {
        this.staging = staging;
        this.base = base;
        this.job = job;
        this.fetch = new FileFetch(kind, staging, job);
        this.deliveries = new Deliveries(staging, base.tree(), fetch, job);
    }

    /** Brings every wanted file into staging, and nothing else stays there. */
    void fill(Survey survey, Source source, int connections) throws ProblemException, InterruptedException {
        Shopping list = Shopping.of(survey.files(), base, staging.present());
        staging.retain(kept(list));
        share(list);
        List<WantedFile> fetched = new ArrayList<>(list.fetched());
        fetched.addAll(takeOver(list, connections));
        boolean none = fetched.isEmpty();
        job.progress().phase("fetch", none ? -1 : fetched.size(), none ? -1 : Shopping.bytes(fetched));
        for (List<WantedFile> phase : phases(fetched, list.given())) {
            job.checkpoint();
            List<WantedFile> alone = deliveries.bring(source, phase);
            Crew.all(() -> source.width(connections), alone, file -> one(source, file));
        }
        deliveries.clear();
        staging.retain(survey.files().stream().map(WantedFile::path).collect(Collectors.toUnmodifiableSet()));
    }

    /** What another run brought here and is still wanted as it is; everything else makes room first. */
    private static Set<String> kept(Shopping list) {
        Set<String> paths = list.kept().stream().map(WantedFile::path).collect(Collectors.toSet());
        list.fetched().forEach(file -> paths.add(file.path()));
        return paths;
    }

    private void share(Shopping list) throws ProblemException, InterruptedException {
        if (!list.shared().isEmpty()) {
            job.progress().phase("share", list.shared().size(), Shopping.bytes(list.shared()));
            Map<String, String> identities = new HashMap<>();
            list.shared().forEach(file -> identities.put(file.path(), file.identity()));
            staging.shareAll(identities, base.name(), job);
        }
    }

    /** Reads what the unsealed base has; answers what it did not have after all. */
    private List<WantedFile> takeOver(Shopping list, int connections) throws ProblemException, InterruptedException {
        ConcurrentLinkedQueue<WantedFile> missing = new ConcurrentLinkedQueue<>();
        if (base.tree().isPresent() && !list.copied().isEmpty()) {
            job.progress().phase("copy", list.copied().size(), Shopping.bytes(list.copied()));
            Crew.all(connections, list.copied(), file -> {
                if (!fetch.local(base.tree().get(), file)) {
                    missing.add(file);
                }
            });
        }
        return List.copyOf(missing);
    }

    private void one(Source source, WantedFile file) throws ProblemException, InterruptedException {
        if (file.content().isPresent() || file.linkTarget().isPresent()) {
            fetch.given(file);
        } else {
            fetch.from(source, file);
        }
    }

    /** Lower phases are complete before a higher one begins. */
    private static Iterable<List<WantedFile>> phases(List<WantedFile> fetched, List<WantedFile> given) {
        TreeMap<Integer, List<WantedFile>> phases = new TreeMap<>();
        fetched.forEach(
                f -> phases.computeIfAbsent(f.phase(), n -> new ArrayList<>()).add(f));
        given.forEach(
                f -> phases.computeIfAbsent(f.phase(), n -> new ArrayList<>()).add(f));
        return phases.values();
    }
}

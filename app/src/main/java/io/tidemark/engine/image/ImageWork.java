package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.source.Source;
import io.tidemark.source.Sources;
import io.tidemark.store.Publication;
import io.tidemark.store.Publication.Placement;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Works out what operations mean for image repositories, and carries that out. Which workers are at it can be asked
 * meanwhile. Safe for all threads.
 */
public final class ImageWork {

    private final RunningWorkers running;
    private final Sources sources;
    private final KnownWeights weights = new KnownWeights();

    /** Work whose workers others can watch, and that reaches other repositories through these. */
    public ImageWork(RunningWorkers running, Sources sources) {
        this.running = running;
        this.sources = sources;
    }

    /** What was done: deltas made, those that an earlier run had finished, their bytes, and remarks. */
    public record Done(int images, int made, int found, long bytes, List<Notice> notices) {}

    /** The same of commits, and bytes that are free again; what an earlier run had finished was not told of yet. */
    public record CommitsDone(int made, int found, long bytes, long freed, List<Notice> notices) {}

    /** Deltas between commits are brought to what the settings ask for. */
    public CommitIntention commits(Opened repository, Operation.MakeDeltas asked, JobContext job)
            throws ProblemException, InterruptedException {
        return new CommitIntentions(repository, weights).intention(asked, job);
    }

    /** Does it, under the lock that the session holds. */
    public CommitsDone carryOut(CommitIntention intention, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        return new CommitDeltaWork(intention, session, job).run(running);
    }

    /** Images that lie on this machine are taken in, and enter a series where one is named. */
    public ImageIntention update(Opened repository, Operation.Update asked, JobContext job)
            throws ProblemException, InterruptedException {
        ImageIntentions intentions = new ImageIntentions(ImageNow.of(repository));
        intentions.takeIn(sources, job);
        if (asked.promote().isPresent()) {
            intentions.enter(asked.promote().get()::equals, "");
        }
        return intentions.intention(job);
    }

    /** What is published is brought up to what the settings ask for. */
    public ImageIntention deltas(Opened repository, Operation.MakeDeltas asked, JobContext job)
            throws ProblemException, InterruptedException {
        ImageIntentions intentions = new ImageIntentions(ImageNow.of(repository));
        if (asked.takeIn()) {
            intentions.takeIn(sources, job);
            intentions.enter(series -> asked.series().isEmpty(), "");
        }
        asked.series().forEach((name, members) -> intentions.members(name, members, ""));
        intentions.extras(asked.extras());
        return intentions.intention(job);
    }

    /** An image leads a series. */
    public ImageIntention promote(Opened repository, Operation.Promote asked, JobContext job)
            throws ProblemException, InterruptedException {
        ImageIntentions intentions = new ImageIntentions(ImageNow.of(repository));
        intentions.lead(asked.channel(), asked.version(), asked.reason());
        return intentions.intention(job);
    }

    /** An image leads a series again, and those behind it leave. */
    public ImageIntention goBack(Opened repository, Operation.Rollback asked, String image, JobContext job)
            throws ProblemException, InterruptedException {
        ImageIntentions intentions = new ImageIntentions(ImageNow.of(repository));
        intentions.goBack(asked.channel(), image, asked.hold(), asked.reason());
        return intentions.intention(job);
    }

    /** Does it, under the lock that the session holds. */
    public Done carryOut(ImageIntention intention, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        ImageNow now = intention.now();
        ImageTaking taking = new ImageTaking(now, session, job);
        for (NewImage image : intention.fresh()) {
            taking.take(image);
        }
        List<Notice> notices = new ArrayList<>(fetch(intention, session, job));
        int taken = intention.fresh().size() + intention.remote().size();
        if (!intention.publishes()) {
            notices.addAll(taking.notices());
            return new Done(taken, 0, 0, 0, notices);
        }
        Map<String, ImageFacts> images = facts(intention, taking);
        SameImages same = new SameImages(now, images, read(intention, taking));
        DeltaSettings settings = DeltaSettings.of(now.repository());
        try (DeltaMaking making = new DeltaMaking(now, settings, images, session.products())) {
            int found = make(intention, making, same, job);
            publish(intention, images, making, session, job);
            notices.addAll(taking.notices());
            return new Done(taken, intention.pairs().size() - found, found, making.bytes(), notices);
        }
    }

    private static Set<String> read(ImageIntention intention, ImageTaking taking) {
        Set<String> read = new HashSet<>(taking.read());
        intention.remote().forEach(image -> read.add(image.name().id()));
        return read;
    }

    private List<Notice> fetch(ImageIntention intention, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        if (intention.remote().isEmpty()) {
            return List.of();
        }
        RepositoryConfig config = intention.now().repository().config();
        try (Source source = sources.open(config.upstream().url(), config.transfer())) {
            RemoteTaking taking = new RemoteTaking(intention.now(), session, source, job);
            for (RemoteImage image : intention.remote()) {
                taking.take(image);
            }
            return taking.notices();
        }
    }

    private static Map<String, ImageFacts> facts(ImageIntention intention, ImageTaking taking)
            throws ProblemException, InterruptedException {
        Set<String> needed = new LinkedHashSet<>();
        intention.series().values().forEach(needed::addAll);
        intention.pairs().forEach(pair -> needed.add(pair.from()));
        Map<String, ImageFacts> facts = new HashMap<>();
        for (String image : needed) {
            facts.put(image, taking.facts(image));
        }
        return facts;
    }

    /** How many of them an earlier run had finished. */
    private int make(ImageIntention intention, DeltaMaking making, SameImages same, JobContext job)
            throws ProblemException, InterruptedException {
        List<DeltaPair> missing = new ArrayList<>();
        List<DeltaPair> finished = new ArrayList<>();
        for (DeltaPair pair : intention.pairs()) {
            (making.isFinished(pair) ? finished : missing).add(pair);
        }
        same.require(
                missing.stream()
                        .flatMap(pair -> Stream.of(pair.from(), pair.to()))
                        .toList(),
                job);
        // Those of one old image follow each other, and what was found out about it serves them all.
        missing.sort(Comparator.comparing(DeltaPair::from));
        DeltaSettings settings = DeltaSettings.of(intention.now().repository());
        new DeltaCrew(running, settings, job).make(intention.now().root(), missing, finished, (pair, worker) -> {
            making.make(pair, worker);
            job.log("log.delta.made", "from", pair.from(), "to", pair.to());
        });
        return finished.size();
    }

    private static void publish(
            ImageIntention intention,
            Map<String, ImageFacts> images,
            DeltaMaking making,
            WriteSession session,
            JobContext job)
            throws ProblemException, InterruptedException {
        ImageNow now = intention.now();
        Map<String, DeltaFacts> deltas = new TreeMap<>(now.deltas());
        deltas.putAll(making.made());
        DeltaSettings settings = DeltaSettings.of(now.repository());
        DeltaPairs pairs = new DeltaPairs(now.names().keySet(), settings, intention.wish());
        List<Placement> files = new ArrayList<>();
        for (DeltaPair pair : intention.pairs()) {
            String file = now.deltaFile(pair);
            if (deltas.get(file).kept()) {
                files.add(new Placement(file, now.deltaPath(pair)));
            }
        }
        job.progress().phase("publish", files.size(), -1);
        if (intention.turns().stream().noneMatch(Publication.Turn::rollback)) {
            files.addAll(new ImageOffers(now).make(intention.series(), session.products(), job));
        }
        for (Map.Entry<String, byte[]> document : new ImageDocuments(now, images, deltas, pairs)
                .changed(intention.series())
                .entrySet()) {
            String product = "document-" + files.size();
            session.product(product, document.getValue());
            files.add(new Placement(product, document.getKey()));
        }
        Set<String> gone = new LinkedHashSet<>(intention.removals());
        session.publish(new Publication(files, intention.removals(), intention.series(), intention.turns()), job);
        deltas.entrySet().removeIf(d -> gone.stream().anyMatch(path -> path.endsWith("/" + d.getKey())));
        ImageLibrary.deltas(session, deltas);
        if (!intention.wish().extras().isEmpty()) {
            ImageLibrary.extras(session, intention.wish().extras());
        }
        making.forget();
    }
}

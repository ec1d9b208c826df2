package io.tidemark.kind.puavo;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One look at where new images come from: the documents of another repository, or a directory that holds images. Used by
 * one thread, once.
 */
final class PuavoSurvey {

    private static final int MOST_NOTICES = 20;

    private final SurveyRequest request;
    private final JobContext job;
    private final Instant now;
    private final Map<ImageName, WantedFile> images = new TreeMap<>(ImageNames.BY_AGE);
    private final List<Notice> notices = new ArrayList<>();

    PuavoSurvey(SurveyRequest request, JobContext job, Instant now) {
        this.request = request;
        this.job = job;
        this.now = now;
    }

    Survey run() throws ProblemException, InterruptedException {
        List<String> series = PuavoOptions.of(
                        PuavoOptions.complete(request.config().upstream()))
                .series();
        if (series.isEmpty()) {
            list();
        }
        for (String each : series) {
            read(each);
        }
        if (images.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "puavo.empty",
                    Problem.Category.REFUSED,
                    "object",
                    request.source().root()));
        }
        return survey();
    }

    private void list() throws ProblemException, InterruptedException {
        List<Entry> entries = new ArrayList<>(request.source().list("", job));
        entries.sort(Comparator.comparing(Entry::name));
        for (Entry entry : entries) {
            Optional<ImageName> name = ImageNames.image(entry.name());
            if (name.isPresent() && entry.type() == Entry.Type.FILE) {
                images.put(name.get(), listed(name.get(), entry));
            } else if (!entry.directory() && !entry.name().startsWith(".") && notices.size() < MOST_NOTICES) {
                notices.add(Notice.info(
                        "notice.puavo.other",
                        "object",
                        EntryPath.of(entry.name()).text()));
            }
        }
    }

    private static WantedFile listed(ImageName name, Entry entry) {
        String time = entry.modified().map(Instant::toString).orElse("");
        boolean known = entry.size() >= 0 && !time.isEmpty();
        String identity = known ? Promise.ofState(entry.size(), time) : "";
        return wanted(name, entry.size(), identity, entry.modified());
    }

    private void read(String series) throws ProblemException, InterruptedException {
        String document = Places.series(series);
        String root = request.source().root();
        byte[] bytes = request.source().read(document, Json.LONGEST, job);
        for (PublishedSeries each : new SeriesReader((root.endsWith("/") ? root : root + "/") + document).read(bytes)) {
            for (PublishedImage image : each.images()) {
                add(image, document);
            }
        }
    }

    private void add(PublishedImage image, String document) throws ProblemException {
        WantedFile wanted = wanted(image.name(), image.sums());
        WantedFile before = images.putIfAbsent(image.name(), wanted);
        if (before != null && !before.identity().equals(wanted.identity())) {
            throw Spot.wrong(document, SeriesReader.CODE, "", image.name().file());
        }
    }

    /** An image whose digest is promised. */
    static WantedFile wanted(ImageName name, ImageSums promised) {
        return wanted(name, promised.size(), Promise.ofDigest(promised.sha512()), Optional.empty());
    }

    private static WantedFile wanted(ImageName name, long size, String identity, Optional<Instant> modified) {
        return new WantedFile(
                name.file(), name.file(), size, identity, Optional.empty(), Optional.empty(), 0, modified);
    }

    private Survey survey() {
        List<WantedFile> files = List.copyOf(images.values());
        ImageName newest = new ArrayList<>(images.keySet()).getLast();
        Map<String, String> facts = ImageFacts.of(newest, files.getLast().size());
        String fingerprint = fingerprint(files);
        facts.put(ImageFacts.FINGERPRINT, fingerprint);
        VersionFacts all = ImageFacts.facts(facts);
        return new Survey(fingerprint, files, all, new PuavoGates(request, now).of(all), List.of(), notices);
    }

    private static String fingerprint(List<WantedFile> files) {
        MessageDigest digest = Digests.of("SHA-256");
        for (WantedFile each : files) {
            digest.update((each.path() + "\0" + each.identity() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

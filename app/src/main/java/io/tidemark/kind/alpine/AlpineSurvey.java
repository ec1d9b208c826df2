package io.tidemark.kind.alpine;

import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.BootItem;
import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One look at an Alpine upstream: reads its indexes, finds out who signed them, and says which files a version made now
 * would hold. Used by one thread, once.
 */
final class AlpineSurvey {

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofDays(1);

    private final SurveyRequest request;
    private final AlpineOptions options;
    private final Fetch fetch;
    private final Instant now;
    private final WantedFiles files;
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> uninspected = new ArrayList<>();
    private final List<SignedIndex> indexes = new ArrayList<>();
    private final List<Fetch.Fetched> indexFiles = new ArrayList<>();

    AlpineSurvey(SurveyRequest request, Fetch fetch, AlpineOptions options, Instant now) {
        this.request = request;
        this.options = options;
        this.fetch = fetch;
        this.now = now;
        this.files = new WantedFiles(fetch, options);
    }

    Survey run() throws ProblemException, InterruptedException {
        for (String section : options.sections()) {
            readSection(section);
        }
        IndexTrust trust = new IndexTrust(request, new KeyCandidates(fetch, indexes), fetch);
        List<Signer> signers = trust.signers(indexes);
        addPackages();
        ReleaseSurvey releases = new ReleaseSurvey(fetch, options, files, notices);
        for (String section : options.releases()) {
            releases.read(section);
        }
        addIndexes();
        String fingerprint = files.fingerprint();
        int grace = addGrace();
        List<WantedFile> wanted = files.ordered();
        VersionFacts facts = facts(signers, grace)
                .boot(releases.bootSet(wanted))
                .put(Attributes.RELEASE, releases.release())
                .put(Attributes.FINGERPRINT, fingerprint)
                .build();
        noticeOddities(facts, grace);
        List<Gate> gates = new AlpineGates(request, options, now).of(facts, signers);
        return new Survey(fingerprint, wanted, facts, gates, trust.newKeys(signers), notices);
    }

    private FactsBuilder facts(List<Signer> signers, int grace) {
        return new FactsBuilder()
                .indexes(indexes)
                .signers(signers)
                .put(Attributes.BRANCH, options.branch())
                .put(Attributes.PROBE, probe())
                .put(Attributes.NOT_INSPECTED, String.join(", ", uninspected))
                .put(Attributes.GRACE, grace == 0 ? "" : String.valueOf(grace));
    }

    private void readSection(String section) throws ProblemException, InterruptedException {
        String path = section + "/" + Layout.INDEX;
        Optional<Fetch.Fetched> file = fetch.fileIfThere(path, SignedIndex.LARGEST_FILE);
        if (file.isEmpty()) {
            readUninspected(section, Layout.INDEX_3);
        } else if (isVersion3(file.get().bytes())) {
            readUninspected(section, Layout.INDEX);
        } else {
            indexes.add(parse(section, path, file.get().bytes()));
            indexFiles.add(file.get());
        }
    }

    private SignedIndex parse(String section, String path, byte[] bytes) throws ProblemException {
        try {
            return SignedIndex.read(section, bytes);
        } catch (Malformed e) {
            Problem problem = Problem.of(
                    e.code(), Problem.Category.REFUSED, "object", fetch.shown(path), "found", e.getMessage());
            throw new ProblemException(problem.with(e.getMessage()), e);
        }
    }

    /** Version 3 of the format: carried as the directory lists it, index last. */
    private void readUninspected(String section, String index) throws ProblemException, InterruptedException {
        String path = section + "/" + index;
        Fetch.Fetched file = fetch.fileIfThere(path, SignedIndex.LARGEST_FILE)
                .orElseThrow(() -> missing("alpine.index.missing", section + "/" + Layout.INDEX));
        List<Entry> listing = fetch.list(section).orElseThrow(() -> missing("alpine.listing.missing", section));
        for (Entry entry : listing) {
            if (entry.type() == Entry.Type.FILE && !entry.name().equals(index)) {
                files.addListed(section, entry);
            }
        }
        files.addContent(path, file);
        notices.add(Notice.warning("notice.alpine.uninspected.index", "object", section));
        uninspected.add(section);
    }

    private ProblemException missing(String code, String path) {
        return new ProblemException(Problem.of(code, Problem.Category.UNREACHABLE, "object", fetch.shown(path)));
    }

    private static boolean isVersion3(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == 'A' && bytes[1] == 'D' && bytes[2] == 'B';
    }

    private void addPackages() throws InterruptedException {
        for (SignedIndex index : indexes) {
            fetch.job().checkpoint();
            long unknown = 0;
            for (IndexEntry entry : index.entries()) {
                String path = index.section() + "/" + entry.fileName();
                files.add(path, entry.size(), entry.identity(), WantedFiles.DATA);
                unknown += ApkChecksum.parse(entry.checksum()).isEmpty() ? 1 : 0;
            }
            if (unknown > 0) {
                notices.add(Notice.warning("notice.alpine.uninspected", "object", index.section(), "files", unknown));
                uninspected.add(index.section());
            }
        }
    }

    private void addIndexes() {
        for (int i = 0; i < indexes.size(); i++) {
            files.addContent(indexes.get(i).section() + "/" + Layout.INDEX, indexFiles.get(i));
        }
    }

    /**
     * Packages that the base's index listed and the new one does not: they stay for one version, for clients that still
     * hold the old index. The base's own grace files are in no index, so they end here.
     */
    private int addGrace() {
        if (!request.config().policies().grace()) {
            return 0;
        }
        int count = 0;
        for (PackageInfo old : request.base().orElse(VersionFacts.none()).packages()) {
            String path = old.section() + "/" + old.name() + "-" + old.version() + ".apk";
            if (options.sections().contains(old.section()) && !files.has(path)) {
                files.add(path, old.size(), old.identity() + ":" + old.size(), WantedFiles.DATA);
                count++;
            }
        }
        return count;
    }

    private String probe() {
        if (!indexes.isEmpty()) {
            return files.placed(indexes.getFirst().section() + "/" + Layout.INDEX);
        }
        return options.releases().isEmpty()
                ? ""
                : files.placed(options.releases().getFirst() + "/" + Layout.LATEST);
    }

    private void noticeOddities(VersionFacts facts, int grace) {
        if (grace > 0) {
            notices.add(Notice.info("notice.alpine.grace", "files", grace));
        }
        Attributes.time(facts, Attributes.INDEX_DATE)
                .filter(date -> date.isAfter(now.plus(CLOCKS_MAY_DIFFER)))
                .ifPresent(date -> notices.add(Notice.warning("notice.alpine.future", "date", date)));
        for (BootItem item : facts.bootSet()) {
            if (item.digest().isEmpty()) {
                notices.add(Notice.warning("notice.alpine.boot.unknown", "object", item.name()));
            }
        }
    }
}

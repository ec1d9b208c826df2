package io.tidemark.kind.tree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.source.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of a crawl what the engine wants to know. */
final class TreeSurvey {

    private final SurveyRequest request;
    private final Instant now;

    TreeSurvey(SurveyRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    Survey of(Found found, JobContext job) throws ProblemException, InterruptedException {
        Facts facts = new Facts();
        MessageDigest digest = sha256();
        List<WantedFile> files = new ArrayList<>(found.items().size());
        for (Found.Item item : found.items()) {
            digest.update(line(item));
            files.add(wanted(item));
            if (item.entry().type() == Entry.Type.FILE) {
                facts.add(
                        item.path(),
                        item.sameAs().isEmpty() ? item.entry().size() : 0,
                        item.entry().modified().orElse(Instant.EPOCH));
            }
        }
        if (files.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "tree.empty",
                    Problem.Category.REFUSED,
                    "object",
                    request.source().root()));
        }
        String fingerprint = HexFormat.of().formatHex(digest.digest());
        List<Gate> gates = new TreeGates(request, now).gates(facts, losses(files, fingerprint, job));
        return new Survey(
                fingerprint,
                files,
                facts.facts(Map.of(Facts.FINGERPRINT, fingerprint)),
                gates,
                List.of(),
                notices(found, files));
    }

    /** None are counted where nothing moved, nor where the tree of the version before is not at hand. */
    private Optional<Losses> losses(List<WantedFile> files, String fingerprint, JobContext job)
            throws ProblemException, InterruptedException {
        boolean moved = request.base()
                .filter(base -> !fingerprint.equals(base.attributes().get(Facts.FINGERPRINT)))
                .isPresent();
        if (!moved || request.baseTree().isEmpty()) {
            return Optional.empty();
        }
        Losses losses = new Losses();
        new TreeReader(request.baseTree().get()).paths(losses::had, job);
        files.stream().map(WantedFile::path).forEach(losses::has);
        return Optional.of(losses);
    }

    private WantedFile wanted(Found.Item item) {
        boolean link = item.entry().type() == Entry.Type.SYMLINK;
        return new WantedFile(
                item.path(),
                item.path(),
                link ? -1 : item.entry().size(),
                link ? "link=" + item.entry().linkTarget().orElse("") : Promise.identity(item, now),
                Optional.empty(),
                item.entry().linkTarget(),
                0,
                item.entry().modified(),
                item.sameAs());
    }

    private static byte[] line(Found.Item item) {
        String promise = item.entry().linkTarget().map(t -> "link=" + t).orElseGet(() -> Promise.of(item));
        return (item.path() + "\0" + promise + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<Notice> notices(Found found, List<WantedFile> files) {
        List<Notice> notices = new ArrayList<>(found.notices());
        long vague = files.stream().filter(file -> file.identity().isEmpty()).count();
        if (vague > 0) {
            notices.add(Notice.info("notice.tree.vague", "files", vague));
        }
        return notices;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

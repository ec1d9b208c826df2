package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitReady.Document;
import io.tidemark.kind.CommitTold;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a repository tells its clients: indexes of deltas, the ref, the other refs that the summary speaks of too, settings,
 * and summary and signature last.
 */
record Telling(Member member) {

    private static final String HEADS = "refs/heads/";
    private static final String SUMMARY = "summary";
    private static final String SIGNATURE = "summary.sig";

    CommitTold told(String link) throws ProblemException {
        Map<String, Checksum> refs = refs(link);
        List<Document> documents = new ArrayList<>();
        Map<String, String> commits = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        for (Checksum commit : refs.values()) {
            String name = commit.delta();
            add("delta-indexes/" + name.substring(0, 2) + "/" + name.substring(2) + ".index", documents);
        }
        for (Map.Entry<String, Checksum> ref : refs.entrySet()) {
            documents.add(new Document(
                    ref.getKey(), (ref.getValue().hex() + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            commits.put(ref.getKey(), member.at(ObjectType.COMMIT.path(ref.getValue())));
        }
        for (String file : List.of("config", SUMMARY, SIGNATURE)) {
            if (!add(file, documents)) {
                absent.add(member.at(file));
            }
        }
        return new CommitTold(documents, absent, commits);
    }

    /** This ref first, and the others if there is a summary, which speaks of all. */
    private Map<String, Checksum> refs(String link) throws ProblemException {
        Optional<Summary> summary = member.repository().summary();
        Map<String, Checksum> refs = new LinkedHashMap<>();
        List<Ref> all = member.repository().refs();
        for (Ref ref : all) {
            if (member.at(HEADS + ref.name()).equals(link)) {
                refs.put(link, ref.commit());
            }
        }
        for (Ref ref : summary.isPresent() ? all : List.<Ref>of()) {
            if (!summary.get().tells(ref.name(), ref.commit())) {
                throw new ProblemException(Problem.of(
                        "ostree.untold",
                        Problem.Category.REFUSED,
                        "object",
                        member.repository().path(),
                        "ref",
                        ref.name()));
            }
            refs.putIfAbsent(member.at(HEADS + ref.name()), ref.commit());
        }
        return refs;
    }

    private boolean add(String inside, List<Document> documents) throws ProblemException {
        Path file = member.repository().path().resolve(inside);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            documents.add(new Document(member.at(inside), Files.readAllBytes(file)));
            return true;
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }
}

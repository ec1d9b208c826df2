package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to know of one commit.
 *
 * @param objects where it lies
 */
record CommitFacts(Objects objects, Checksum id) {

    static final String COMMIT = "commit";
    private static final Comparator<PackageInfo> ORDER =
            Comparator.comparing(PackageInfo::section).thenComparing(PackageInfo::name);

    /** Facts without what has to be added up from its content. */
    static VersionFacts of(Commit commit) throws ProblemException {
        try {
            List<PackageInfo> packages = new ArrayList<>();
            List<BootItem> boot = new ArrayList<>();
            for (PackageList.Package each : PackageList.of(commit).packages()) {
                String version = each.version().text();
                packages.add(new PackageInfo(each.architecture(), each.name(), version, 0, "", version));
                if (RpmRoles.of(each.name()) != BootRole.NONE) {
                    boot.add(new BootItem(RpmRoles.of(each.name()), each.name(), version, "rpm:" + version));
                }
            }
            packages.sort(ORDER);
            return new VersionFacts(packages, boot, attributes(commit));
        } catch (Malformed damaged) {
            throw Problems.damaged(commit.id(), damaged);
        }
    }

    private static Map<String, String> attributes(Commit commit) throws Malformed {
        Map<String, String> all = new TreeMap<>();
        all.put(COMMIT, commit.id().hex());
        all.put("release", commit.version());
        all.put("index.date", commit.content().time().toString());
        all.put("subject", commit.content().subject());
        all.put("parent", commit.content().parent().map(Checksum::hex).orElse(""));
        all.put("refs", String.join(" ", commit.binding()));
        all.put("architecture", commit.string("ostree.architecture"));
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** Those that its own object tells. */
    VersionFacts brief() throws ProblemException {
        return of(objects.commit(id));
    }

    /** All of them. */
    VersionFacts read(JobContext job) throws ProblemException, InterruptedException {
        Commit commit = objects.commit(id);
        VersionFacts facts = of(commit);
        TreeSize.Total total = new TreeSize(objects, job).of(commit.content().tree());
        Detached detached = objects.detached(id);
        Map<String, String> all = new TreeMap<>(facts.attributes());
        all.put("content.files", String.valueOf(total.files()));
        all.put("content.bytes", String.valueOf(total.bytes()));
        fresh(commit, job).ifPresent(bytes -> all.put("content.new.bytes", String.valueOf(bytes)));
        if (detached.signed()) {
            all.put("key.fingerprints", String.join(" ", detached.gpg()));
            all.put("signatures", String.valueOf(detached.gpg().size() + detached.ed25519()));
        }
        return new VersionFacts(facts.packages(), facts.bootSet(), all);
    }

    /** Bytes that the commit before it has not; empty where that one, or some of its content, was not fetched. */
    private Optional<Long> fresh(Commit commit, JobContext job) throws ProblemException, InterruptedException {
        try {
            Optional<Checksum> parent = commit.content().parent();
            Optional<Commit> before = parent.isPresent() ? objects.findCommit(parent.get()) : Optional.empty();
            return before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TreeSize(objects, job)
                            .beyond(
                                    before.get().content().tree(),
                                    commit.content().tree()));
        } catch (ProblemException missing) {
            if (missing.problem().code().equals("ostree.missing")) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    /** The packages as they were, out of recorded facts. */
    static PackageList packages(VersionFacts facts) {
        return new PackageList(facts.packages().stream()
                .map(each -> new PackageList.Package(each.name(), RpmVersion.of(each.version()), each.section()))
                .toList());
    }
}

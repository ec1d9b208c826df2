package io.tidemark.kind.tree;

import io.tidemark.job.Crew;
import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.source.Entry;
import io.tidemark.source.Source;
import io.tidemark.source.Stat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Walks an upstream's listings, one level of directories after the other, several directories at once. Depth and number
 * of entries are bounded; a directory that lists the same as one above it is a link in a circle and left out.
 */
final class Crawl {

    private static final int DEEPEST = 64;
    private static final int MOST_ENTRIES = 1_000_000;

    private final Source source;
    private final TreeOptions options;
    private final JobContext job;
    private final List<Found.Item> items = Collections.synchronizedList(new ArrayList<>());
    private final List<Notice> notices = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong entries = new AtomicLong();

    Crawl(Source source, TreeOptions options, JobContext job) {
        this.source = source;
        this.options = options;
        this.job = job;
    }

    /** A directory still to be listed, and what those above it list. */
    private record Branch(String path, Set<List<Entry>> above) {}

    Found run(int width) throws ProblemException, InterruptedException {
        List<Branch> level = List.of(new Branch("", Set.of()));
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (depth > DEEPEST) {
                throw bound("tree.depth", level.getFirst().path(), DEEPEST);
            }
            List<Branch> next = Collections.synchronizedList(new ArrayList<>());
            Crew.all(width, level, branch -> list(branch, next));
            level = List.copyOf(next);
        }
        List<Found.Item> sized = sized(width);
        sized.sort(Comparator.comparing(item -> EntryPath.of(item.path())));
        notices.sort(Comparator.comparing(notice -> notice.phrase().args().get("object")));
        return new Found(sized, notices);
    }

    private void list(Branch branch, List<Branch> next) throws ProblemException, InterruptedException {
        job.checkpoint();
        List<Entry> listed = new ArrayList<>(source.list(branch.path(), job));
        listed.sort(Comparator.comparing(Entry::name));
        if (entries.addAndGet(listed.size()) > MOST_ENTRIES) {
            throw bound("tree.entries", branch.path(), MOST_ENTRIES);
        }
        if (branch.above().contains(listed)) {
            notices.add(Notice.warning("notice.tree.circle", "object", branch.path()));
            return;
        }
        if (listed.isEmpty()) {
            notices.add(Notice.info("notice.tree.hollow", "object", branch.path()));
        }
        Set<List<Entry>> above = deeper(branch.above(), listed);
        for (Entry entry : listed) {
            take(entry, branch.path().isEmpty() ? entry.name() : branch.path() + "/" + entry.name(), above, next);
        }
    }

    /** A listing of directories alone may well be that of its parent; only one with files in it shows a circle. */
    private static Set<List<Entry>> deeper(Set<List<Entry>> above, List<Entry> listed) {
        boolean telling = listed.stream().anyMatch(entry -> entry.type() == Entry.Type.FILE)
                && listed.stream().anyMatch(Entry::directory);
        if (!telling) {
            return above;
        }
        Set<List<Entry>> deeper = new java.util.HashSet<>(above);
        deeper.add(listed);
        return deeper;
    }

    private void take(Entry entry, String path, Set<List<Entry>> above, List<Branch> next) throws ProblemException {
        switch (entry.type()) {
            case DIRECTORY -> {
                if (options.enters(path)) {
                    next.add(new Branch(path, above));
                }
            }
            case FILE -> add(entry, path);
            case SYMLINK -> {
                if (options.takes(path)) {
                    LinkRule.check(path, entry.linkTarget().orElse(""));
                    add(entry, path);
                }
            }
            case SPECIAL -> {
                if (options.takes(path)) {
                    notices.add(Notice.warning("notice.tree.special", "object", path));
                }
            }
        }
    }

    private void add(Entry entry, String path) {
        if (options.takes(path)) {
            items.add(new Found.Item(path, entry, ""));
        }
    }

    /** Asks for the sizes that listings did not say. */
    private List<Found.Item> sized(int width) throws ProblemException, InterruptedException {
        List<Found.Item> unknown = items.stream().filter(Crawl::vague).toList();
        List<Found.Item> known = Collections.synchronizedList(
                new ArrayList<>(items.stream().filter(i -> !vague(i)).toList()));
        Crew.all(width, unknown, item -> known.add(asked(item)));
        return new ArrayList<>(known);
    }

    private static boolean vague(Found.Item item) {
        return item.entry().type() == Entry.Type.FILE && item.entry().size() < 0;
    }

    private Found.Item asked(Found.Item item) throws ProblemException, InterruptedException {
        job.checkpoint();
        Stat stat = source.stat(item.path(), job);
        Entry entry = new Entry(
                item.entry().name(),
                Entry.Type.FILE,
                stat.size(),
                stat.modified().or(item.entry()::modified),
                Optional.empty());
        return new Found.Item(item.path(), entry, stat.validator().orElse(""));
    }

    private static ProblemException bound(String code, String path, long limit) {
        return new ProblemException(Problem.of(code, Problem.Category.REFUSED, "object", path, "limit", limit));
    }
}

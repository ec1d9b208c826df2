package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.RsyncPull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the lines of a dry run; what is listed is bounded, and nothing is listed twice. For one thread. */
final class RsyncListing implements RsyncPull.Lines {

    private static final int MOST = 1_000_000;
    private static final int DEEPEST = 64;

    private final String object;
    private final Map<String, BulkFetch.Item> items = new LinkedHashMap<>();

    RsyncListing(String object) {
        this.object = object;
    }

    @Override
    public void line(String line) throws ProblemException {
        var item = RsyncLine.read(line);
        if (item.isPresent()) {
            take(item.get());
        }
    }

    List<BulkFetch.Item> items() {
        return new ArrayList<>(items.values());
    }

    private void take(BulkFetch.Item item) throws ProblemException {
        String path = item.path();
        if (path.chars().filter(c -> c == '/').count() >= DEEPEST) {
            throw bound("upstream.deep", path, DEEPEST);
        }
        if (items.size() == MOST) {
            throw bound("upstream.entries", object, MOST);
        }
        if (items.put(path, item) != null) {
            throw new ProblemException(Problem.of("upstream.twice", Problem.Category.REFUSED, "object", path));
        }
    }

    private static ProblemException bound(String code, String object, long limit) {
        return new ProblemException(Problem.of(
                code, Problem.Category.REFUSED, "object", EntryPath.of(object).text(), "limit", limit));
    }
}

package io.tidemark.cli;

import io.tidemark.model.Policies;
import picocli.CommandLine.Option;

/** The rules a repository keeps; what is not given stays as it was. */
final class PolicyOptions {

    @Option(names = "--keep", paramLabel = "N")
    Integer keep;

    @Option(names = "--max-shrink", paramLabel = "PERCENT")
    Integer maxShrink;

    @Option(names = "--max-index-age", paramLabel = "DAYS")
    Integer maxIndexAge;

    @Option(names = "--grace", negatable = true)
    Boolean grace;

    Policies over(Policies old) {
        return new Policies(
                keep == null ? old.keep() : keep,
                maxShrink == null ? old.maxShrinkPercent() : maxShrink,
                maxIndexAge == null ? old.maxIndexAgeDays() : maxIndexAge,
                grace == null ? old.grace() : grace);
    }
}

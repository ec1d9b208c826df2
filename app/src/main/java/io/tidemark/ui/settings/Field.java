package io.tidemark.ui.settings;

/** One typed setting of a repository, with the range of numbers it takes. */
enum Field {
    NAME,
    URL,
    CONNECTIONS(1, 64),
    RATE(0, 100_000_000),
    ATTEMPTS(1, 100),
    TIMEOUT(1, 86_400),
    PROXY,
    AUTHORITY,
    KEEP(0, 100_000),
    SHRINK(0, 100),
    AGE(0, 36_500);

    private final long least;
    private final long most;

    Field() {
        this(0, -1);
    }

    Field(long least, long most) {
        this.least = least;
        this.most = most;
    }

    boolean numbers() {
        return most >= least;
    }

    boolean accepts(long value) {
        return value >= least && value <= most;
    }
}

package io.tidemark.job;

import io.tidemark.model.LogLine;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest lines of a log, numbered from 1; older ones are let go. Safe for all threads. */
final class LogRing {

    private static final int LONGEST = 2_000;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final Clock clock;
    private long number;

    LogRing(Clock clock) {
        this.clock = clock;
    }

    synchronized LogLine add(Severity severity, Phrase phrase) {
        LogLine line = new LogLine(++number, clock.instant(), severity, phrase);
        lines.addLast(line);
        if (lines.size() > LONGEST) {
            lines.removeFirst();
        }
        return line;
    }

    synchronized List<LogLine> after(long seen) {
        return lines.stream().filter(line -> line.number() > seen).toList();
    }
}

package io.tidemark.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets jobs wait for one another in the order in which they came: a job starts when no earlier one, running or waiting,
 * needs the same thing in a way that excludes it. Nobody is overtaken, so nobody starves. Safe for all threads.
 */
final class Resources {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final List<Ticket> line = new ArrayList<>();

    /** A place in the line. */
    Ticket queue(String title, Set<ResourceKey> needs) {
        Ticket ticket = new Ticket(title, Set.copyOf(needs));
        lock.lock();
        try {
            line.add(ticket);
        } finally {
            lock.unlock();
        }
        return ticket;
    }

    /** Waits until the ticket's turn has come. */
    void await(Ticket ticket) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (before(ticket).isPresent()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The title of the job that a ticket waits for, if it waits. */
    Optional<String> waitsFor(Ticket ticket) {
        lock.lock();
        try {
            return before(ticket).map(Ticket::title);
        } finally {
            lock.unlock();
        }
    }

    /** Leaves the line, whether the turn had come or not. */
    void leave(Ticket ticket) {
        lock.lock();
        try {
            line.remove(ticket);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Ticket> before(Ticket ticket) {
        for (Ticket earlier : line) {
            if (earlier == ticket) {
                return Optional.empty();
            }
            if (earlier.excludes(ticket)) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    /** One job's place in the line; two with equal needs are still two. */
    static final class Ticket {
        private final String title;
        private final Set<ResourceKey> needs;

        private Ticket(String title, Set<ResourceKey> needs) {
            this.title = title;
            this.needs = needs;
        }

        String title() {
            return title;
        }

        boolean excludes(Ticket other) {
            return needs.stream().anyMatch(mine -> other.needs.stream().anyMatch(mine::conflictsWith));
        }
    }
}

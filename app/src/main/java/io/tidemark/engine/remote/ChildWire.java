package io.tidemark.engine.remote;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A wire to a program on this machine, run as a child: another account by {@code sudo}, or a test. */
public final class ChildWire implements Wire {

    private static final int MOST_SAID = 4 << 10;
    private static final long LAST_MILLIS = 2_000;

    private final Process process;
    private final StringBuilder said = new StringBuilder();

    private ChildWire(Process process) {
        this.process = process;
    }

    /**
     * Runs such a program.
     *
     * @throws ProblemException {@code far.child} if it cannot be started
     */
    public static ChildWire run(List<String> command) throws ProblemException {
        try {
            ChildWire wire = new ChildWire(new ProcessBuilder(command).start());
            Thread.ofPlatform().daemon().name("said").start(wire::listen);
            return wire;
        } catch (IOException missing) {
            throw new ProblemException(
                    Problem.of("far.child", Problem.Category.USAGE, "object", command.getFirst())
                            .with(missing.toString()),
                    missing);
        }
    }

    /** The process, for whoever wants to see it end. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public InputStream in() {
        return process.getInputStream();
    }

    @Override
    public OutputStream out() {
        return process.getOutputStream();
    }

    @Override
    public String said() {
        synchronized (said) {
            return said.toString().strip();
        }
    }

    /** The end of its input tells the program to end; one that does not is made to. */
    @Override
    public void close() {
        Thread.ofPlatform().daemon().name("hang-up").start(this::hangUp);
        Thread.ofPlatform().daemon().name("make-end").start(this::makeEnd);
    }

    /** May block for as long as somebody writes to a program that does not read. */
    private void hangUp() {
        try {
            process.getOutputStream().close();
            process.getInputStream().close();
        } catch (IOException goneAlready) {
            process.destroy();
        }
    }

    private void makeEnd() {
        try {
            if (!process.waitFor(LAST_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        byte[] part = new byte[1 << 10];
        try (InputStream errors = process.getErrorStream()) {
            for (int n = errors.read(part); n >= 0; n = errors.read(part)) {
                keep(new String(part, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            keep("");
        }
    }

    /** The last words count. */
    private void keep(String text) {
        synchronized (said) {
            said.append(text);
            if (said.length() > MOST_SAID) {
                said.delete(0, said.length() - MOST_SAID);
            }
        }
    }
}

package io.tidemark.engine.remote;

import io.tidemark.engine.local.LocalEngine;
import io.tidemark.model.JobState;
import io.tidemark.model.ProblemException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What would be a process of its own for one job, as a thread: a Java that starts for each takes a second. */
final class ThreadProcess extends Process {

    private final FutureTask<Integer> work;

    ThreadProcess(LocalEngine.Base base, Path dir, String id) {
        work = new FutureTask<>(() -> exit(base, dir, id));
        Thread.ofPlatform().daemon().name("worker").start(work);
    }

    private static int exit(LocalEngine.Base base, Path dir, String id) throws InterruptedException {
        try {
            return LocalEngine.work(base, dir, id) == JobState.DONE ? 0 : 1;
        } catch (ProblemException failed) {
            return failed.problem().category().exitCode();
        }
    }

    @Override
    public boolean isAlive() {
        return !work.isDone();
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException broke) {
            throw new IllegalStateException(broke);
        }
    }

    @Override
    public int exitValue() {
        return work.resultNow();
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public void destroy() {
        work.cancel(true);
    }
}

package io.tidemark.ui.shell;

import io.tidemark.model.Asking;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.SecretQuestion;
import io.tidemark.ui.Ui;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * The person before the window, asked one question at a time in a dialog over whatever is on show. Until there is a window
 * nobody answers. The asking thread waits; nothing that is typed is kept here.
 */
public final class Person implements Asking {

    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<Ui> ui = Optional.empty();

    /** From now on that window asks. */
    void before(Ui window) {
        ui = Optional.of(window);
    }

    @Override
    public Optional<char[]> secret(SecretQuestion question) {
        return ask((window, answer) -> QuestionSheet.secret(window, question, answer));
    }

    @Override
    public boolean trust(HostKeyQuestion question) {
        Optional<Boolean> answer = ask((window, said) -> QuestionSheet.trust(window, question, said));
        return answer.orElse(false);
    }

    private <T> Optional<T> ask(BiConsumer<Ui, CompletableFuture<Optional<T>>> sheet) {
        if (ui.isEmpty()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        try {
            turn.lockInterruptibly();
            try {
                Ui window = ui.get();
                window.bridge().deliver(() -> sheet.accept(window, answer));
                return answer.get();
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException | ExecutionException leaving) {
            answer.complete(Optional.empty());
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

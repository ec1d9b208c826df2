package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {

    /** What sshj does when its reader dies in the moment in which something begins to wait for an answer. */
    @Test
    void aWaitThatNobodyEndsAfterTheCutIsWokenUpAndNobodyIsTakenForInterrupted() {
        AtomicBoolean cut = new AtomicBoolean();
        try (Watchdog watchdog = new Watchdog(() -> cut.set(true))) {
            assertThrows(InterruptedException.class, () -> {
                try (Watchdog.Guard _ = watchdog.begin(Step.CHANNEL, Duration.ofMillis(50))) {
                    new CountDownLatch(1).await();
                }
            });
            assertFalse(Thread.currentThread().isInterrupted());
            assertTrue(cut.get());
            assertEquals(Optional.of(Step.CHANNEL), watchdog.missed());
        }
    }
}

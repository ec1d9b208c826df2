package io.tidemark.host.ssh;

import net.schmizz.sshj.common.LoggerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** sshj's log, thrown away: at its finest level it prints whole packets, passwords among them. */
final class Silence implements LoggerFactory {

    @Override
    public Logger getLogger(String name) {
        return NOPLogger.NOP_LOGGER;
    }

    @Override
    public Logger getLogger(Class<?> user) {
        return NOPLogger.NOP_LOGGER;
    }
}

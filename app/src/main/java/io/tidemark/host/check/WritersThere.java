package io.tidemark.host.check;

import io.tidemark.model.ForeignWriter;
import java.util.List;
import java.util.Map;

/** Knows cron tables and services when it reads them. */
@FunctionalInterface
public interface WritersThere {

    /** What writes below a directory of the host. */
    List<ForeignWriter> find(String directory, Texts texts);

    /**
     * What a host said runs by itself; content by path.
     *
     * @param system cron tables whose lines name a user
     * @param users cron tables of one user each
     * @param units services of systemd
     */
    record Texts(Map<String, String> system, Map<String, String> users, Map<String, String> units) {
        public Texts {
            system = Map.copyOf(system);
            users = Map.copyOf(users);
            units = Map.copyOf(units);
        }
    }
}

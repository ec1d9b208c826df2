package io.tidemark.engine.local;

import io.tidemark.model.JobRecord;
import java.util.Optional;

/**
 * A job as its state file holds it.
 *
 * @param format version of this format
 * @param machine where it ran
 * @param pid process that ran it
 * @param born when that process began, milliseconds since 1970, 0 if unknown; tells it from a later one of the same number
 * @param boot which start of the machine that was, if known: no process outlives one
 * @param listens whether that process looks for what others ask of the job
 */
record KeptJob(
        int format,
        String machine,
        long pid,
        long born,
        Optional<String> boot,
        Optional<Boolean> listens,
        JobRecord job) {

    static final int FORMAT = 1;
}

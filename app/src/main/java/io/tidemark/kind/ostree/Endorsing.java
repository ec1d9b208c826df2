package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Ostree;
import java.util.Locale;
import java.util.Optional;

/**
 * Sees to it that commits which clients will follow bear a signature by the key that the settings name, whoever made them.
 *
 * @param signing that key; nothing is done where there is none
 */
record Endorsing(Ostree ostree, Optional<Ostree.Signing> signing, JobContext job) {

    /** Signs a commit that is there, unless that key has. */
    void sign(Scratch scratch, Checksum commit) throws ProblemException, InterruptedException {
        if (signing.isEmpty()
                || signed(scratch.objects().detached(commit), signing.get().key())) {
            return;
        }
        try {
            ostree.content(scratch.path()).sign(commit.hex(), signing.get(), job);
        } catch (ProblemException failed) {
            // the signature of a subkey names the subkey only; the program knows whose it is
            if (!failed.problem().toString().contains("already signed")) {
                throw failed;
            }
        }
    }

    private static boolean signed(Detached detached, String key) {
        String wanted = key.toUpperCase(Locale.ROOT).replaceFirst("^0X", "");
        return detached.gpg().stream()
                .anyMatch(each -> !each.isEmpty() && (each.endsWith(wanted) || wanted.endsWith(each)));
    }
}

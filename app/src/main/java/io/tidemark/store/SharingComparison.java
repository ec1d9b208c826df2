package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares files byte by byte before one takes the place of the other. */
final class SharingComparison {

    private static final Logger LOG = LoggerFactory.getLogger(SharingComparison.class);

    private final Home home;
    private final JobContext job;

    SharingComparison(Home home, JobContext job) {
        this.home = home;
        this.job = job;
    }

    /** The group without the copies that turn out to be none. */
    Optional<SharingGroups.Group> equal(SharingGroups.Group group) throws ProblemException, InterruptedException {
        List<SharingGroups.Stored> copies = new ArrayList<>();
        for (SharingGroups.Stored copy : group.copies()) {
            if (equal(group.kept(), copy)) {
                copies.add(copy);
            } else {
                LOG.warn(
                        "{} has not the bytes that its digest promises",
                        copy.places().getFirst().item().entry().path());
            }
        }
        return copies.isEmpty() ? Optional.empty() : Optional.of(new SharingGroups.Group(group.kept(), copies));
    }

    private boolean equal(SharingGroups.Stored one, SharingGroups.Stored other)
            throws ProblemException, InterruptedException {
        try (OpenFile a = open(one);
                OpenFile b = open(other)) {
            return equal(a, b) && a.stat().equals(one.stat()) && b.stat().equals(other.stat());
        }
    }

    private boolean equal(OpenFile a, OpenFile b) throws ProblemException, InterruptedException {
        byte[] left = new byte[Scratch.BUFFER];
        byte[] right = new byte[Scratch.BUFFER];
        long at = 0;
        while (true) {
            job.checkpoint();
            int length = fill(a, left, at);
            if (length != fill(b, right, at) || !Arrays.equals(left, 0, length, right, 0, length)) {
                return false;
            }
            if (length == 0) {
                return true;
            }
            at += length;
            job.progress().bytes(length);
        }
    }

    private static int fill(OpenFile file, byte[] buffer, long at) throws ProblemException {
        int length = 0;
        int got = file.read(buffer, 0, buffer.length, at);
        while (got > 0 && length + got < buffer.length) {
            length += got;
            got = file.read(buffer, length, buffer.length - length, at + length);
        }
        return length + Math.max(got, 0);
    }

    private OpenFile open(SharingGroups.Stored stored) throws ProblemException {
        SharingGroups.Place place = stored.places().getFirst();
        try (Dir top = place.tree().open(home)) {
            return home.disk.read(top, place.item().entry().path().bytes());
        }
    }
}

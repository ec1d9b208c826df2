package io.tidemark.kind.ostree;

import static io.tidemark.kind.ostree.Yard.JOB;
import static io.tidemark.kind.ostree.Yard.OSTREE;
import static io.tidemark.kind.ostree.Yard.REF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.program.OstreeContent;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram("ostree")
class CommitWriterTest {

    @TempDir
    Path dir;

    /** Byte by byte, for the name of a commit is the digest of its bytes; once with offsets of one byte, once of two. */
    @Test
    void writesWhatTheProgramWrites() throws Exception {
        Yard yard = new Yard(dir);
        Path repository = yard.repository("repo");
        Checksum first = yard.commit(repository, REF, yard.system("tree", "1"), "41.1");
        Objects objects = OpenRepository.at(repository).orElseThrow().objects();
        for (String body : new String[] {"", "longer than a byte can count ".repeat(40)}) {
            Checksum theirs = new Checksum(OSTREE.content(repository)
                    .commit(
                            new OstreeContent.Order(
                                    "prod/" + body.length(),
                                    new OstreeContent.Tree.Revision(first.hex()),
                                    "Release é",
                                    body,
                                    Map.of("version", "41.1"),
                                    Optional.of(Instant.parse("2026-11-21T08:00:00Z")),
                                    Optional.empty()),
                            JOB));
            Commit.Content content = objects.commit(theirs).content();
            byte[] ours = CommitWriter.write(content, objects.commit(first), "prod/" + body.length(), Optional.empty());
            assertEquals(theirs, Checksum.ofContent(ours));
        }
    }
}

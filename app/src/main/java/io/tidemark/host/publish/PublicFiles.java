package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies in the public places of a copy, where versions are files among others.
 *
 * @param place where the copy lies, absolute
 */
public record PublicFiles(SshConnection connection, String place) {

    /** Something lies there that is no file. */
    public static final long OTHER = -2;

    private static final int LONGEST_LINE = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Bytes of each file that lies there, in the order of the paths; {@link #OTHER} for what is no file. */
    public Map<EntryPath, Long> sizes(List<EntryPath> paths) throws ProblemException, InterruptedException {
        Map<EntryPath, Long> sizes = new LinkedHashMap<>();
        if (paths.isEmpty()) {
            return sizes;
        }
        Command command = Command.of(Verb.COPY_SIZES, place).reading(NameList.of(paths));
        Answer answer = connection.run(command, (paths.size() + 1) * LONGEST_LINE, PATIENCE);
        if (answer.exit() == Complaint.GONE) {
            return sizes;
        }
        List<String> lines = new String(Complaint.well(answer, place).output(), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        if (lines.size() != paths.size()) {
            throw new ProblemException(Problem.of("host.copies", Problem.Category.REFUSED, "object", place));
        }
        for (int i = 0; i < paths.size(); i++) {
            switch (lines.get(i)) {
                case "none" -> {}
                case "other" -> sizes.put(paths.get(i), OTHER);
                default -> sizes.put(paths.get(i), Fields.number(lines.get(i)));
            }
        }
        return sizes;
    }
}

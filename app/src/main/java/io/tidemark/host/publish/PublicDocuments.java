package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Documents of a copy: those that clients are given now, and those that they were given before.
 *
 * @param place where the copy lies, absolute
 */
public record PublicDocuments(SshConnection connection, String place) {

    private static final int MOST = 64 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Those in one directory that end like a file; content by file name. What is damaged or hostile is not known here. */
    public SortedMap<String, byte[]> in(String directory, String suffix) throws ProblemException, InterruptedException {
        SortedMap<String, byte[]> documents = new TreeMap<>();
        Answer answer = connection.run(Command.of(Verb.COPY_PAPERS, place + "/" + directory, suffix), MOST, PATIENCE);
        if (answer.exit() == Complaint.GONE) {
            return documents;
        }
        try {
            Fields fields = new Fields(Complaint.well(answer, place).output());
            while (fields.more()) {
                documents.put(fields.name(), fields.raw());
            }
            return documents;
        } catch (NoSuchElementException odd) {
            Problem problem = Problem.of("host.copies", Problem.Category.REFUSED, "object", place);
            throw new ProblemException(problem.with(String.valueOf(odd.getMessage())), odd);
        }
    }

    /** Digests of those that lie at some paths; nothing of those that are not there. */
    public Map<String, String> digests(List<String> paths) throws ProblemException, InterruptedException {
        byte[] names = NameList.of(paths.stream().map(EntryPath::of).toList());
        Answer answer = connection.run(Command.of(Verb.COPY_SUMS, place).reading(names), MOST, PATIENCE);
        Map<String, String> digests = new HashMap<>();
        for (String line : answer.text().lines().toList()) {
            int path = line.indexOf("  ./");
            if (path > 0) {
                digests.put(line.substring(path + "  ./".length()), line.substring(0, path));
            }
        }
        return digests;
    }

    /** The own document of a channel in a set that is kept; empty if it is not what it was. */
    public Optional<byte[]> kept(DocumentSet set) throws ProblemException, InterruptedException {
        String path =
                place + "/.tidemark/documents/" + ChannelFile.of(set.channel()) + "/" + set.name() + "/" + set.own();
        Answer answer = connection.run(Command.of(Verb.READ, List.of(path)), MOST, PATIENCE);
        return answer.well() && Digests.sha256(answer.output()).equals(set.digest())
                ? Optional.of(answer.output())
                : Optional.empty();
    }
}

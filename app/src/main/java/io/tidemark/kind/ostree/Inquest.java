package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds out which commits of one repository need objects that are wrong: damage is found by object, and told by version. */
final class Inquest {

    private final Member member;
    private final Set<String> wrong;
    private final JobContext job;

    Inquest(Member member, Set<String> wrong, JobContext job) {
        this.member = member;
        this.wrong = wrong;
        this.job = job;
    }

    /** Paths of the commits, relative to the whole, and of what is wrong of each. */
    Map<String, List<String>> commits() throws ProblemException, InterruptedException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Checksum commit : present()) {
            List<String> objects = concerned(commit);
            if (!objects.isEmpty()) {
                found.put(member.at(ObjectType.COMMIT.path(commit)), objects);
            }
        }
        return found;
    }

    private List<String> concerned(Checksum commit) throws ProblemException, InterruptedException {
        Reach reach = new Reach(member.repository(), Set.of(), job);
        try {
            reach.alone(commit);
        } catch (ProblemException unreadable) {
            if (!unreadable.problem().code().equals("ostree.damaged")) {
                throw unreadable;
            }
            return List.of(member.at(ObjectType.COMMIT.path(commit)));
        }
        return reach.objects().stream()
                .map(Checksum::hex)
                .filter(wrong::contains)
                .sorted()
                .toList();
    }

    private List<Checksum> present() throws ProblemException {
        Path objects = member.repository().path().resolve("objects");
        List<Checksum> commits = new ArrayList<>();
        try (Stream<Path> files = Files.walk(objects, 2)) {
            files.map(member.repository().path()::relativize)
                    .map(Place::of)
                    .flatMap(Optional::stream)
                    .forEach(place -> commits.add(place.commit()));
        } catch (IOException failed) {
            throw Problems.unreadable(objects, failed);
        }
        return commits;
    }
}

package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Foretells what {@link Cleaning} frees: objects that nothing which stays needs. An object that another repository shares by
 * a hard link is free only when it goes there too. Used once.
 */
final class Freeing {

    private final List<Member> members;
    private final List<String> kept;
    private final JobContext job;
    private final Set<Object> staying = new HashSet<>();
    private final Map<Object, Long> going = new HashMap<>();

    Freeing(Path root, List<String> kept, JobContext job) throws ProblemException {
        this.members = Member.of(root);
        this.kept = kept;
        this.job = job;
    }

    /** Bytes that would be free when these commits went. */
    long bytes(List<String> dropped) throws ProblemException, InterruptedException {
        Set<Checksum> gone = new HashSet<>();
        dropped.forEach(each -> gone.add(new Checksum(each)));
        for (Member member : members) {
            weigh(member, needed(member, gone));
        }
        going.keySet().removeAll(staying);
        return going.values().stream().mapToLong(Long::longValue).sum();
    }

    private Set<Checksum> needed(Member member, Set<Checksum> gone) throws ProblemException, InterruptedException {
        Reach reach = new Reach(member.repository(), gone, job);
        for (Checksum head : member.repository().heads()) {
            reach.ref(head);
        }
        for (String path : kept) {
            Optional<Place> version = member.holds(path) ? Place.of(Path.of(path)) : Optional.empty();
            if (version.isPresent()) {
                reach.commit(version.get().commit());
            }
        }
        return reach.objects();
    }

    private void weigh(Member member, Set<Checksum> needed) throws ProblemException {
        Path objects = member.repository().path().resolve("objects");
        try {
            Files.walkFileTree(objects, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (needs(needed, file)) {
                        staying.add(attributes.fileKey());
                    } else {
                        going.put(attributes.fileKey(), attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw Problems.unreadable(objects, failed);
        }
    }

    /** What is named otherwise than an object is nothing that cleaning removes. */
    private static boolean needs(Set<Checksum> needed, Path file) {
        String name = file.getFileName().toString();
        int end = name.indexOf('.');
        return Checksum.parse(file.getParent().getFileName() + name.substring(0, Math.max(0, end)))
                .map(needed::contains)
                .orElse(true);
    }
}

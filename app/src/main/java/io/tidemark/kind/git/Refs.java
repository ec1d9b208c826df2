package io.tidemark.kind.git;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Branches, tags and other refs of a repository, with the files that say so (gitrepository-layout(5), git-pack-refs(1)).
 *
 * @param head the branch that HEAD names, empty if it names none
 * @param ids object ids by ref, in the order of git
 * @param peeled ids of what annotated tags point at
 */
record Refs(Optional<String> head, SortedMap<String, String> ids, SortedMap<String, String> peeled) {

    private static final String BRANCHES = "refs/heads/";
    private static final String PEELED = "^{}";
    private static final String SYMREF = "ref: ";
    private static final int MOST = 1_000_000;
    private static final int LONGEST = 1_000;

    /** Reads what {@code git ls-remote --symref} answers, as far as it is wanted. */
    static Refs offered(String answer, RefPatterns wanted) throws ProblemException {
        Optional<String> head = Optional.empty();
        SortedMap<String, String> ids = new TreeMap<>();
        SortedMap<String, String> peeled = new TreeMap<>();
        for (String line : answer.split("\n")) {
            int tab = line.indexOf('\t');
            String left = tab < 0 ? "" : line.substring(0, tab);
            String name = line.substring(tab + 1);
            if (left.startsWith(SYMREF) && name.equals("HEAD")) {
                head = Optional.of(left.substring(SYMREF.length()));
            } else if (Git.isId(left) && name.startsWith("refs/")) {
                boolean tag = name.endsWith(PEELED);
                String ref = tag ? name.substring(0, name.length() - PEELED.length()) : name;
                if (wanted.take(ref)) {
                    (tag ? peeled : ids).put(sound(ref), left);
                }
            }
            if (ids.size() > MOST) {
                throw new ProblemException(
                        Problem.of("git.many", Problem.Category.REFUSED, "object", name, "limit", MOST));
            }
        }
        peeled.keySet().retainAll(ids.keySet());
        return new Refs(headOf(head, ids), ids, peeled);
    }

    /** Reads what {@code git for-each-ref} says of a repository here, in the form of {@link Git#refs}. */
    static Refs local(String answer) {
        SortedMap<String, String> ids = new TreeMap<>();
        SortedMap<String, String> peeled = new TreeMap<>();
        for (String line : answer.split("\n")) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && Git.isId(words[0])) {
                ids.put(words[1], words[0]);
                if (Git.isId(words[2])) {
                    peeled.put(words[1], words[2]);
                }
            }
        }
        return new Refs(Optional.empty(), ids, peeled);
    }

    /** Whether the other repository has the same refs, tags that point at the same. */
    boolean same(Refs other) {
        return ids.equals(other.ids) && peeled.equals(other.peeled);
    }

    /** Where HEAD names nothing that is there, the usual names are tried: a clone without one is empty. */
    private static Optional<String> headOf(Optional<String> said, Map<String, String> ids) {
        if (said.filter(ids::containsKey).isPresent()) {
            return said;
        }
        for (String usual : new String[] {"main", "master"}) {
            if (ids.containsKey(BRANCHES + usual)) {
                return Optional.of(BRANCHES + usual);
            }
        }
        return ids.keySet().stream().filter(ref -> ref.startsWith(BRANCHES)).findFirst();
    }

    /** Refuses what git itself would not take (git-check-ref-format(1)) and what could not be a path or a line. */
    private static String sound(String ref) throws ProblemException {
        boolean odd = ref.length() > LONGEST
                || ref.contains("..")
                || ref.contains("//")
                || ref.contains("@{")
                || ref.endsWith("/")
                || ref.endsWith(".")
                || ref.contains("/.")
                || ref.matches(".*\\.lock(/.*)?")
                || ref.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "~^:?*[\\".indexOf(c) >= 0);
        if (odd) {
            throw new ProblemException(Problem.of("git.ref", Problem.Category.REFUSED, "object", text(ref)));
        }
        return ref;
    }

    /** The name as people read it: git's names are bytes, kept here one to a character. */
    static String text(String ref) {
        return new String(ref.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Branches only. */
    SortedMap<String, String> branches() {
        return ids.subMap(BRANCHES, BRANCHES + Character.MAX_VALUE);
    }

    /** Whether objects are named by SHA-256. */
    boolean sha256() {
        return ids.values().stream().anyMatch(id -> id.length() > 40);
    }

    /** The file {@code HEAD}. */
    byte[] headFile() {
        return bytes(SYMREF + head.orElse(BRANCHES + "main") + "\n");
    }

    /** The file {@code packed-refs}. */
    byte[] packedFile() {
        StringBuilder file = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
        ids.forEach((ref, id) -> {
            file.append(id).append(' ').append(ref).append('\n');
            if (peeled.containsKey(ref)) {
                file.append('^').append(peeled.get(ref)).append('\n');
            }
        });
        return bytes(file.toString());
    }

    /** The file {@code info/refs} that plain web servers give to clients. */
    byte[] infoFile() {
        StringBuilder file = new StringBuilder();
        ids.forEach((ref, id) -> {
            file.append(id).append('\t').append(ref).append('\n');
            if (peeled.containsKey(ref)) {
                file.append(peeled.get(ref))
                        .append('\t')
                        .append(ref)
                        .append(PEELED)
                        .append('\n');
            }
        });
        return bytes(file.toString());
    }

    /** The file {@code config}. */
    byte[] configFile() {
        String core = "[core]\n\trepositoryformatversion = %d\n\tfilemode = true\n\tbare = true\n";
        return bytes(core.formatted(sha256() ? 1 : 0) + (sha256() ? "[extensions]\n\tobjectformat = sha256\n" : ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

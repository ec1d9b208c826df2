package io.tidemark.kind.ostree;

import io.tidemark.model.ProblemException;
import io.tidemark.program.OstreeNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small treefile that rpm-ostree composes, made for the refs of a repository. */
final class TreefileExample {

    private static final String USUAL = "kinoite/%s/x86_64";

    private TreefileExample() {}

    static String of(Path root, OstreeOptions options, String role) throws ProblemException {
        return """
            {
              "ref": "%s",
              "repos": ["fedora", "updates"],
              "releasever": "41",
              "automatic-version-prefix": "41",
              "selinux": true,
              "documentation": false,
              "packages": [
                "kernel",
                "systemd",
                "rpm-ostree",
                "NetworkManager",
                "plasma-desktop",
                "firefox"
              ],
              "units": ["NetworkManager.service"],
              "default-target": "graphical.target"
            }
            """.formatted(ref(root, options, role));
    }

    /** The ref that the settings name, else the only one that is there, else one by custom. */
    private static String ref(Path root, OstreeOptions options, String role) throws ProblemException {
        boolean production = role.equals(Member.PROD);
        Optional<String> set = production
                ? Optional.of(options.prodRef()).filter(OstreeNames::isRef)
                : options.refs().stream().findFirst();
        return set.isPresent() ? set.get() : there(root, production).orElse(String.format(USUAL, role));
    }

    private static Optional<String> there(Path root, boolean production) throws ProblemException {
        List<Member> members = Member.of(root);
        if (members.isEmpty() || production && members.size() == 1) {
            return Optional.empty();
        }
        Member member = production ? members.getLast() : members.getFirst();
        return member.repository().refs().stream().map(Ref::name).findFirst();
    }
}

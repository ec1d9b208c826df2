package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.RecipeReader;
import io.tidemark.model.Finding;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import io.tidemark.model.Upstream;
import io.tidemark.program.RpmOstree;
import java.nio.file.Path;
import java.util.List;

/** The treefiles of rpm-ostree, that of development and that of production. */
record Treefiles(RpmOstree composer) implements RecipeReader {

    private static final Role DEVELOPMENT =
            new Role(Member.DEV, OstreeOptions.TREEFILE, "dev.json", Phrase.of("kind.ostree.treefile.dev"));
    private static final Role PRODUCTION =
            new Role(Member.PROD, OstreeOptions.PROD_TREEFILE, "prod.json", Phrase.of("kind.ostree.treefile.prod"));

    @Override
    public List<Role> roles() {
        return List.of(DEVELOPMENT, PRODUCTION);
    }

    @Override
    public boolean accepts(String name) {
        return TreefileText.isTreefile(name);
    }

    @Override
    public List<Finding> check(Draft draft) {
        return TreefileCheck.of(draft);
    }

    @Override
    public List<Finding> check(Draft head, Draft part) {
        return TreefileCheck.of(head, part);
    }

    @Override
    public List<Path> parts(Draft draft) {
        try {
            return TreefileFamily.of(draft, TreefileText.parsed(draft)).parts();
        } catch (ProblemException unclear) {
            return List.of();
        }
    }

    @Override
    public RecipeDifference difference(Draft before, Draft after) throws ProblemException {
        return TreefileDifference.between(TreefileText.parsed(before), TreefileText.parsed(after));
    }

    @Override
    public List<String> beside(Draft draft) throws ProblemException {
        return TreefileFamily.of(draft, TreefileText.parsed(draft)).beside();
    }

    @Override
    public List<Path> family(Draft draft) {
        try {
            return TreefileFamily.of(draft, TreefileText.parsed(draft)).files();
        } catch (ProblemException unclear) {
            return List.of();
        }
    }

    @Override
    public String example(Path root, Upstream options, Role role) throws ProblemException {
        return TreefileExample.of(root, OstreeOptions.of(options), role.id());
    }

    @Override
    public String takeOver(Draft from, Draft own) throws ProblemException {
        if (TreefileText.isYaml(from.file()) && !TreefileText.isYaml(own.file())) {
            throw new ProblemException(Problem.of(
                    "treefile.formats", Problem.Category.REFUSED, "object", from.file(), "other", own.file()));
        }
        Treefile source = TreefileText.parsed(from);
        String ref = TreefileText.parsed(own).ref();
        String text = new TreefileRef(from).changed(source.ref(), ref);
        Treefile result = TreefileText.parsed(new Draft(from.file(), text));
        if (ref.isEmpty() || !result.ref().equals(ref) || !alike(source, result)) {
            throw new ProblemException(Problem.of(
                    "treefile.own-ref", Problem.Category.REFUSED, "object", from.file(), "other", own.file()));
        }
        return text;
    }

    /** Whether two say the same but for their refs. */
    private static boolean alike(Treefile source, Treefile result) {
        return TreefileDifference.between(source, result).changed().stream()
                        .allMatch(each -> each.key().equals(Treefile.REF))
                && source.packages().equals(result.packages());
    }

    @Override
    public String program() {
        return "rpm-ostree";
    }

    @Override
    public boolean ready(JobContext job) throws InterruptedException {
        return composer.present(job);
    }
}

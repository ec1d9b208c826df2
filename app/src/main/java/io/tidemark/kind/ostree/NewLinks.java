package io.tidemark.kind.ostree;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.OstreeNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the ref of a channel lies that nobody follows yet. */
record NewLinks(Path root, OstreeOptions options) {

    private static final String HEADS = "refs/heads/";

    /**
     * The ref's file: in the repository that is called as the channel, the ref that the settings name for production, else
     * the one that the version is bound to; in a single repository a ref called as the channel.
     */
    String link(String channel, Path version) throws ProblemException {
        List<Member> members = Member.of(root);
        Optional<Member> named =
                members.stream().filter(each -> each.name().equals(channel)).findFirst();
        if (named.isPresent()) {
            return named.get().at(HEADS + ref(channel, version));
        } else if (members.size() == 1 && OstreeNames.isRef(channel)) {
            return members.getFirst().at(HEADS + channel);
        }
        throw new ProblemException(Problem.of("ostree.channel", Problem.Category.USAGE, "object", channel));
    }

    private String ref(String channel, Path version) throws ProblemException {
        if (channel.equals(Member.PROD) && !options.prodRef().isEmpty()) {
            return options.prodRef();
        }
        Place place = Place.require(version);
        try {
            Optional<String> bound = place.open().objects().commit(place.commit()).binding().stream()
                    .filter(OstreeNames::isRef)
                    .findFirst();
            return bound.or(() -> options.refs().stream().findFirst())
                    .orElseThrow(() -> new ProblemException(
                            Problem.of("ostree.channel", Problem.Category.USAGE, "object", channel)));
        } catch (Malformed damaged) {
            throw Problems.damaged(place.commit(), damaged);
        }
    }
}

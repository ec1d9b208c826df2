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
     * The ref's file: the one behind the colon of the channel, in the repository before it; in the repository that is called
     * as the channel, the ref that the settings name for production, else the one that the version is bound to; in a single
     * repository a ref called as the channel.
     */
    String link(String channel, Path version) throws ProblemException {
        List<Member> members = Member.of(root);
        int colon = channel.indexOf(ChannelNames.BEHIND);
        if (colon > 0) {
            return behind(members, channel.substring(0, colon), channel.substring(colon + 1))
                    .orElseThrow(() -> unknown(channel));
        }
        Optional<Member> named =
                members.stream().filter(each -> each.name().equals(channel)).findFirst();
        if (named.isPresent()) {
            return named.get().at(HEADS + ref(channel, version));
        } else if (members.size() == 1 && OstreeNames.isRef(channel)) {
            return members.getFirst().at(HEADS + channel);
        }
        throw unknown(channel);
    }

    private static Optional<String> behind(List<Member> members, String member, String ref) {
        return members.stream()
                .filter(each -> each.name().equals(member) && OstreeNames.isRef(ref))
                .findFirst()
                .map(each -> each.at(HEADS + ref));
    }

    private static ProblemException unknown(String channel) {
        return new ProblemException(Problem.of("ostree.channel", Problem.Category.USAGE, "object", channel));
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
            return bound.or(() -> options.refs().stream().findFirst()).orElseThrow(() -> unknown(channel));
        } catch (Malformed damaged) {
            throw Problems.damaged(place.commit(), damaged);
        }
    }
}

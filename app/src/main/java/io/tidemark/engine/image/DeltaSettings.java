package io.tidemark.engine.image;

import io.tidemark.engine.Images.Between;
import io.tidemark.engine.repository.Opened;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which deltas a repository wants.
 *
 * @param targets to how many images at the end of each series deltas lead, from all others
 * @param sharePercent a delta of more than so many hundredths of what a client fetches otherwise is not kept
 * @param budget bytes that all deltas of a series may take together; what saves clients most comes first
 * @param workers how many deltas are made at once; 0 for as many as the machine has processors
 * @param clients how many clients run an image, by its name; of others nobody knows
 */
public record DeltaSettings(int targets, int sharePercent, long budget, int workers, Map<String, Long> clients) {

    private static final int MOST_TARGETS = 1000;
    private static final int MOST_WORKERS = 256;
    private static final long MOST_CLIENTS = 999_999_999;

    public DeltaSettings {
        clients = Map.copyOf(clients);
    }

    /** The settings of a repository. */
    static DeltaSettings of(Opened repository) throws ProblemException {
        return repository.kind().commits().isPresent()
                ? of(repository.config().upstream(), Between.COMMITS, "100")
                : of(repository.config().upstream(), Between.IMAGES, "90");
    }

    /**
     * Refuses settings with which no delta can ever be planned.
     *
     * @throws ProblemException {@code plan.setting}, naming the option and its bounds
     */
    public static void require(RepositoryKind kind, Upstream upstream) throws ProblemException {
        if (kind.commits().isPresent()) {
            of(upstream, Between.COMMITS, "100");
            CommitSeries.most(upstream);
        } else if (kind.images().isPresent()) {
            of(upstream, Between.IMAGES, "90");
        }
    }

    /** Channels that the settings name for deltas and that a repository does not have. */
    public static List<String> unknownChannels(Opened repository, Upstream upstream) throws ProblemException {
        List<String> unknown = new ArrayList<>();
        for (String channel : upstream.all(CommitSeries.CHANNELS)) {
            if (repository.findChannel(channel).isEmpty()) {
                unknown.add(channel);
            }
        }
        return unknown;
    }

    private static DeltaSettings of(Upstream upstream, Between between, String share) throws ProblemException {
        return new DeltaSettings(
                (int) number(upstream, "delta-targets", Integer.toString(between.targets()), MOST_TARGETS),
                (int) number(upstream, "delta-share", share, 100),
                number(upstream, "delta-budget", Long.toString(Long.MAX_VALUE), Long.MAX_VALUE),
                (int) number(upstream, "workers", "0", MOST_WORKERS),
                clients(upstream));
    }

    private static Map<String, Long> clients(Upstream upstream) throws ProblemException {
        Map<String, Long> clients = new HashMap<>();
        for (String each : upstream.all("clients")) {
            int sign = each.lastIndexOf('=');
            clients.put(
                    each.substring(0, Math.max(0, sign)), number("clients", each.substring(sign + 1), MOST_CLIENTS));
        }
        return clients;
    }

    /** A number among the settings; refused where it is none, or more than that. */
    static long number(Upstream upstream, String option, String preset, long most) throws ProblemException {
        return number(option, upstream.one(option, preset), most);
    }

    private static long number(String option, String text, long most) throws ProblemException {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw refuse(option, text, most, noNumber);
        }
        throw refuse(option, text, most, null);
    }

    private static ProblemException refuse(String option, String text, long most, Exception cause) {
        return new ProblemException(
                Problem.of(
                        "plan.setting",
                        Problem.Category.USAGE,
                        "object",
                        "--" + option,
                        "value",
                        text,
                        "least",
                        0,
                        "most",
                        most),
                cause);
    }
}

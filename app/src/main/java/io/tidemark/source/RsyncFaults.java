package io.tidemark.source;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.program.RsyncPull;
import java.util.List;

/** What the exit codes of rsync mean, see "EXIT VALUES" in rsync(1), told apart further by what it complained of. */
final class RsyncFaults {

    private static final int PROTOCOL_START = 5;
    private static final int DISK = 11;
    private static final int PARTIAL = 23;
    private static final int VANISHED = 24;
    private static final int TIMEOUT = 30;
    private static final int SSH = 255;
    private static final List<Integer> BROKEN = List.of(10, 12, 35);

    private static final String UNKNOWN_KEY = "Host key verification failed";

    private RsyncFaults() {}

    /** The fault of a run that did not end with 0; {@code object} is what was asked for. */
    static SourceException of(RsyncPull.Ended ended, String object) {
        int exit = ended.exit();
        return switch (exit) {
            case PROTOCOL_START -> refused(ended, object);
            case DISK -> fault("upstream.rsync.disk", Category.STORAGE, ended, object, false);
            case PARTIAL -> partial(ended, object);
            case VANISHED -> fault("upstream.moved", Category.UNREACHABLE, ended, object, true);
            case TIMEOUT -> fault("upstream.timeout", Category.UNREACHABLE, ended, object, true);
            case SSH -> shell(ended, object);
            default ->
                BROKEN.contains(exit)
                        ? broken(ended, object)
                        : fault("upstream.rsync", Category.UNREACHABLE, ended, object, false);
        };
    }

    private static SourceException refused(RsyncPull.Ended ended, String object) {
        if (says(ended, "Unknown module")) {
            return fault("upstream.module", Category.UNREACHABLE, ended, object, false);
        } else if (says(ended, "auth failed") || says(ended, "Password:")) {
            return fault("upstream.auth", Category.UNREACHABLE, ended, object, false);
        } else if (says(ended, "chdir failed") || says(ended, "chroot failed")) {
            return fault("upstream.module.gone", Category.UNREACHABLE, ended, object, false);
        } else if (says(ended, "access denied")) {
            return fault("upstream.denied", Category.UNREACHABLE, ended, object, false);
        }
        return fault("upstream.rsync", Category.UNREACHABLE, ended, object, says(ended, "max connections"));
    }

    private static SourceException partial(RsyncPull.Ended ended, String object) {
        if (says(ended, "Permission denied")) {
            return fault("upstream.denied", Category.UNREACHABLE, ended, object, false);
        } else if (says(ended, "No such file") || says(ended, "Not a directory")) {
            return fault("upstream.missing", Category.UNREACHABLE, ended, object, false);
        }
        return fault("upstream.rsync.partial", Category.UNREACHABLE, ended, object, false);
    }

    /** rsync may notice that the line is gone before it notices that ssh ended, and with what. */
    private static SourceException broken(RsyncPull.Ended ended, String object) {
        String code = "upstream.unreachable";
        if (says(ended, UNKNOWN_KEY) || says(ended, "Permission denied (")) {
            return shell(ended, object);
        } else if (says(ended, "Connection refused")) {
            code = "upstream.unreachable.refused";
        } else if (says(ended, "getaddrinfo")) {
            return fault("upstream.unreachable.dns", Category.UNREACHABLE, ended, object, false);
        } else if (says(ended, "unreachable") || says(ended, "No route")) {
            code = "upstream.unreachable.route";
        }
        return fault(code, Category.UNREACHABLE, ended, object, true);
    }

    private static SourceException shell(RsyncPull.Ended ended, String object) {
        if (says(ended, UNKNOWN_KEY)) {
            return fault("upstream.ssh.key", Category.UNREACHABLE, ended, object, false);
        } else if (says(ended, "Permission denied")) {
            return fault("upstream.auth", Category.UNREACHABLE, ended, object, false);
        }
        return fault("upstream.unreachable", Category.UNREACHABLE, ended, object, true);
    }

    private static boolean says(RsyncPull.Ended ended, String words) {
        return ended.said().contains(words);
    }

    private static SourceException fault(
            String code, Category category, RsyncPull.Ended ended, String object, boolean passing) {
        Problem problem = Problem.of(code, category, "object", object, "exit", ended.exit());
        return new SourceException(problem.with(ended.said()), passing, null);
    }
}

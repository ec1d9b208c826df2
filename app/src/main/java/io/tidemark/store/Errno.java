package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.ProblemException;

/** The answers of the kernel (asm-generic/errno.h) and the problems they mean. */
final class Errno {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int EXDEV = 18;
    static final int ENOTDIR = 20;
    static final int EISDIR = 21;
    static final int EINVAL = 22;
    static final int ENOTTY = 25;
    static final int ENFILE = 23;
    static final int EMFILE = 24;
    static final int ETXTBSY = 26;
    static final int EFBIG = 27;
    static final int ENOSPC = 28;
    static final int EROFS = 30;
    static final int EMLINK = 31;
    static final int ENAMETOOLONG = 36;
    static final int ENOTEMPTY = 39;
    static final int ELOOP = 40;
    static final int ENODATA = 61;
    static final int EOPNOTSUPP = 95;
    static final int EDQUOT = 122;

    private Errno() {}

    /** The code of the problem that an errno means. {@code ENOSPC} for want of inodes is told apart by the caller. */
    static String code(int errno) {
        return switch (errno) {
            case EPERM, EACCES -> "store.permission";
            case ENOENT -> "store.missing";
            case EIO -> "store.io";
            case EEXIST, ENOTEMPTY, EISDIR -> "store.in-the-way";
            case EXDEV -> "store.cross-device";
            case ENOTDIR, ELOOP -> "store.link";
            case ENFILE, EMFILE -> "store.handles";
            case EFBIG -> "store.too-large";
            case ENOSPC -> "store.full";
            case EROFS -> "store.readonly";
            case EMLINK -> "store.links";
            case ENAMETOOLONG -> "store.name-long";
            case EDQUOT -> "store.quota";
            default -> "store.errno";
        };
    }

    /** The problem of a call on a path. */
    static ProblemException problem(int errno, String call, String path) {
        Problem problem = Problem.of(
                code(errno),
                Category.STORAGE,
                "object",
                path,
                "path",
                path,
                "user",
                System.getProperty("user.name", "?"),
                "errno",
                errno);
        return new ProblemException(problem.with(call + " " + path + ": errno " + errno));
    }

    /** Whether a failed clone only means that this file system, or this pair of files, cannot share. */
    static boolean cannotClone(int errno) {
        return switch (errno) {
            case EOPNOTSUPP, EXDEV, EINVAL, ENOTTY, ETXTBSY -> true;
            default -> false;
        };
    }

    /** Whether a problem has this code. */
    static boolean is(ProblemException e, String code) {
        return e.problem().code().equals(code);
    }
}

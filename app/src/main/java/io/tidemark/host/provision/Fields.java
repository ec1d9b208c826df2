package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.regex.Pattern;

/** Refuses what cannot be written literally into all configuration files: none of them can quote everything. */
final class Fields {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_-]{0,30}");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
    private static final String NEVER = "\"\\$%{}#<>`";

    private Fields() {}

    static void requireName(String field, String value) throws ProblemException {
        require(field, value, NAME.matcher(value).matches());
    }

    static void requireHost(String field, String value) throws ProblemException {
        require(field, value, HOST.matcher(value).matches());
    }

    static void requireAddress(String field, String value) throws ProblemException {
        require(field, value, ADDRESS.matcher(value).matches());
    }

    static void requireAccount(String field, String value) throws ProblemException {
        require(field, value, ACCOUNT.matcher(value).matches());
    }

    static void requireMail(String field, String value) throws ProblemException {
        require(field, value, MAIL.matcher(value).matches());
    }

    /** An absolute path without dots that lead elsewhere. */
    static void requirePath(String field, String value) throws ProblemException {
        boolean absolute = value.startsWith("/") && value.length() > 1 && !value.endsWith("/");
        require(field, value, absolute && !value.contains("//") && !("/" + value + "/").contains("/../"));
        requireText(field, value);
    }

    /** One line that no server reads anything into. */
    static void requireText(String field, String value) throws ProblemException {
        boolean harmless = value.equals(value.strip())
                && value.chars().noneMatch(c -> Character.isISOControl(c) || NEVER.indexOf(c) >= 0);
        require(field, value, harmless);
    }

    static void requirePort(String field, int value) throws ProblemException {
        require(field, Integer.toString(value), value > 0 && value < 65_536);
    }

    /** What is fetched goes into one of the trees, at a time that there is. */
    static void requireTree(HostProfile.Pull pull, HostProfile profile) throws ProblemException {
        require("tree", pull.tree(), profile.tree(pull.tree()).isPresent());
        require("hours", Integer.toString(pull.hours()), pull.hours() >= 1 && pull.hours() <= 24);
        require("minute", Integer.toString(pull.minute()), pull.minute() >= 0 && pull.minute() < 60);
    }

    private static void require(String field, String value, boolean right) throws ProblemException {
        if (!right) {
            throw new ProblemException(
                    Problem.of("provision.field", Problem.Category.USAGE, "object", value, "field", field));
        }
    }
}

package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** Which profiles can be written literally into the files of servers. */
public final class ProfileRules {

    private ProfileRules() {}

    /**
     * Returns if all of a profile can be written literally into the files of servers.
     *
     * @throws ProblemException {@code provision.field}
     */
    public static void require(HostProfile profile) throws ProblemException {
        Fields.requireAccount("account", profile.account());
        Fields.requirePath("home", profile.home());
        Fields.requirePath("root", profile.root());
        Fields.requireHost("name", profile.web().name());
        if (profile.web().address().isPresent()) {
            Fields.requireAddress("address", profile.web().address().get());
        }
        Fields.requirePort("port", profile.web().port());
        switch (profile.web().tls()) {
            case HostProfile.Tls.None() -> {}
            case HostProfile.Tls.Certbot(String mail) -> Fields.requireMail("mail", mail);
            case HostProfile.Tls.Own(String certificate, String key) -> {
                Fields.requirePath("certificate", certificate);
                Fields.requirePath("key", key);
            }
        }
        for (HostProfile.Tree tree : profile.trees()) {
            require(tree);
        }
        for (HostProfile.Pull pull : profile.pulls()) {
            Fields.requireName("tree", pull.tree());
            Fields.requireTree(pull, profile);
            Fields.requireText("from", pull.from());
        }
    }

    /**
     * Returns if taking the login of an account away shuts nobody out.
     *
     * @param publisher who we are on the host
     * @throws ProblemException {@code provision.account}
     */
    static void requireOther(String account, String publisher) throws ProblemException {
        if (account.equals(publisher) || account.equals("root")) {
            throw new ProblemException(Problem.of("provision.account", Problem.Category.USAGE, "object", account));
        }
    }

    private static void require(HostProfile.Tree tree) throws ProblemException {
        Fields.requireName("name", tree.name());
        Fields.requirePath("path", tree.path());
        Fields.requireText("comment", tree.comment());
        for (String one : tree.moving()) {
            Fields.requireText("channel", one);
        }
    }
}

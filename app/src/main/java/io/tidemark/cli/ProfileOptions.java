package io.tidemark.cli;

import io.tidemark.model.HostProfile;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a host should be; what is not given stays as it was. */
final class ProfileOptions {

    @Option(names = "--account", paramLabel = "NAME")
    String account;

    @Mixin
    final WebOptions web = new WebOptions();

    @Option(names = "--ftp", negatable = true)
    Boolean ftp;

    @Option(names = "--pull", paramLabel = "TREE=URL[,HOURS]")
    List<String> pulls = new ArrayList<>();

    @Option(names = "--firewall", negatable = true)
    Boolean firewall;

    @Option(names = "--ignore", paramLabel = "PATH")
    List<String> ignored = new ArrayList<>();

    @Option(names = "--rsync-connections", paramLabel = "N")
    Integer connections;

    HostProfile over(HostProfile old) throws ProblemException {
        return new HostProfile(
                account == null ? old.account() : account,
                old.home(),
                old.root(),
                old.trees(),
                web.over(old.web()),
                connections == null ? old.connections() : connections,
                ftp == null ? old.ftp() : ftp,
                pulls(old.pulls()),
                firewall == null ? old.firewall() : firewall,
                ignored(old.ignored()));
    }

    /** A tree is fetched from one place: what is given takes the place of what was. */
    private List<HostProfile.Pull> pulls(List<HostProfile.Pull> old) throws ProblemException {
        List<HostProfile.Pull> all = new ArrayList<>(old);
        for (String words : pulls) {
            HostProfile.Pull pull = PullWords.read(words);
            all.removeIf(other -> other.tree().equals(pull.tree()));
            all.add(pull);
        }
        return all;
    }

    private List<String> ignored(List<String> old) {
        Set<String> all = new LinkedHashSet<>(old);
        all.addAll(ignored);
        return List.copyOf(all);
    }
}

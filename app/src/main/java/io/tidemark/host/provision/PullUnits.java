package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * What fetches a tree from another mirror, by cron or by systemd: as the account that owns it, one run at a time, links as
 * links, deletions last and only after all has come. See crontab(5), systemd.service(5), systemd.timer(5).
 */
final class PullUnits {

    private PullUnits() {}

    /**
     * The words of rsync: only plain files, directories and links, readable for all, whatever the other side sends. What is
     * in double quotes holds nothing that a shell or systemd would read anything into, see {@link Fields}.
     */
    static String command(HostProfile.Pull pull, HostProfile.Tree tree) {
        return "rsync -rltH --no-p --no-D --chmod=D755,F644 --safe-links --delay-updates --delete-after --timeout=600"
                + " --contimeout=60 --exclude=/.tidemark/ -- \"" + pull.from() + "/\" \"" + tree.path() + "/\"";
    }

    static List<DesiredFile> files(HostProfile profile, SystemFamily family) {
        List<DesiredFile> files = new ArrayList<>();
        if (!family.hasSystemd() && !profile.pulls().isEmpty()) {
            String path = "/etc/crontabs/" + profile.account();
            files.add(new DesiredFile(path, cron(profile), 0600, DesiredFile.Check.NONE, family.cronService()));
            return files;
        }
        for (HostProfile.Pull pull : profile.pulls()) {
            HostProfile.Tree tree = profile.tree(pull.tree()).orElseThrow();
            String unit = "/etc/systemd/system/tidemark-pull-" + tree.name();
            files.add(systemd(unit + ".service", service(profile, pull, tree), ""));
            files.add(systemd(unit + ".timer", timer(pull, tree), "tidemark-pull-" + tree.name() + ".timer"));
        }
        return files;
    }

    private static DesiredFile systemd(String path, String content, String service) {
        return new DesiredFile(path, content, 0644, DesiredFile.Check.SYSTEMD, service);
    }

    private static String service(HostProfile profile, HostProfile.Pull pull, HostProfile.Tree tree) {
        return """
            # Made by Tidemark; changes are shown as drift and can be taken over there.
            [Unit]
            Description=Fetch %s from another mirror
            Wants=network-online.target
            After=network-online.target

            [Service]
            Type=oneshot
            User=%s
            Nice=10
            IOSchedulingClass=idle
            NoNewPrivileges=yes
            ProtectSystem=strict
            ProtectHome=yes
            PrivateTmp=yes
            ReadWritePaths="%s"
            ExecStart=/usr/bin/env %s
            """.formatted(tree.name(), profile.account(), tree.path(), command(pull, tree));
    }

    private static String timer(HostProfile.Pull pull, HostProfile.Tree tree) {
        return """
            # Made by Tidemark; changes are shown as drift and can be taken over there.
            [Unit]
            Description=Fetch %s every %d h

            [Timer]
            OnCalendar=%s
            RandomizedDelaySec=120
            Persistent=yes

            [Install]
            WantedBy=timers.target
            """.formatted(tree.name(), pull.hours(), calendar(pull));
    }

    private static String calendar(HostProfile.Pull pull) {
        return pull.hours() == 24
                ? "*-*-* 03:%02d:00".formatted(pull.minute())
                : "*-*-* 0/%d:%02d:00".formatted(pull.hours(), pull.minute());
    }

    /**
     * The account's own table, as BusyBox's crond reads it (it knows no {@code /etc/cron.d}); {@code flock} keeps a slow run
     * from being overtaken by the next.
     */
    private static String cron(HostProfile profile) {
        StringBuilder text =
                new StringBuilder("# Made by Tidemark; changes are shown as drift and can be taken over there.\n");
        for (HostProfile.Pull pull : profile.pulls()) {
            HostProfile.Tree tree = profile.tree(pull.tree()).orElseThrow();
            String hours = pull.hours() == 24 ? "3" : "*/" + pull.hours();
            text.append("%d %s * * * flock -n \"%s/.pull-%s.lock\" %s\n"
                    .formatted(pull.minute(), hours, profile.home(), tree.name(), command(pull, tree)));
        }
        return text.toString();
    }
}

package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;

/** The configuration of the rsync daemon, see rsyncd.conf(5). */
final class RsyncdConf {

    private RsyncdConf() {}

    /** Read-only modules that hide every directory whose name begins with a dot, ours among them. */
    static String text(HostProfile profile) {
        StringBuilder text = new StringBuilder("""
            # Made by Tidemark; changes are shown as drift and can be taken over there.
            uid = %1$s
            gid = %1$s
            use chroot = yes
            read only = yes
            list = yes
            max connections = %2$d
            timeout = 300
            socket options = SO_KEEPALIVE
            refuse options = checksum delete
            dont compress = *
            """.formatted(profile.account(), profile.connections()));
        for (HostProfile.Tree tree : profile.trees()) {
            text.append("""

                [%s]
                    path = %s
                    comment = %s
                    exclude = .*/
                """.formatted(tree.name(), tree.path(), tree.comment()));
        }
        return text.toString();
    }
}

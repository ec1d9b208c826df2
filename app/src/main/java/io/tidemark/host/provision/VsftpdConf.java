package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;

/** The configuration of vsftpd for strangers who read, see vsftpd.conf(5). */
final class VsftpdConf {

    static final int FIRST_PORT = 50_000;
    static final int LAST_PORT = 50_100;

    private VsftpdConf() {}

    static String text(HostProfile profile) {
        return """
            # Made by Tidemark; changes are shown as drift and can be taken over there.
            listen=YES
            anonymous_enable=YES
            no_anon_password=YES
            local_enable=NO
            write_enable=NO
            anon_root=%s
            hide_file={.*}
            deny_file={.*,*/.*}
            hide_ids=YES
            max_clients=%d
            max_per_ip=5
            idle_session_timeout=300
            data_connection_timeout=120
            pasv_min_port=%d
            pasv_max_port=%d
            """.formatted(profile.root(), profile.connections(), FIRST_PORT, LAST_PORT);
    }
}

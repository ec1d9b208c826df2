package io.tidemark.host.provision;

/**
 * Programs that stand in for what this machine lacks: they record their arguments in {@code /var/log/calls} and remember
 * what they were told. The one for systemd really starts and reloads the servers, so that probes ask
 * servers that run.
 */
final class Recorders {

    static final String CALLS = "/var/log/calls";

    private static final String HEAD = """
        #!/bin/sh
        echo "$(basename "$0") $*" >>/var/log/calls
        mkdir -p /var/lib/fake; cd /var/lib/fake
        real() {
            case $2 in
            nginx) case $1 in
                start) exec nginx ;;
                reload) exec nginx -s reload ;;
                stop) nginx -s quit ;;
                esac ;;
            apache2) case $1 in
                start) exec apachectl start ;;
                reload) exec apachectl graceful ;;
                esac ;;
            vsftpd) if [ "$1" = start ]; then mkdir -p /run/vsftpd/empty; vsftpd >/dev/null 2>&1 </dev/null & fi ;;
            rsync|rsyncd) case $1 in
                start) exec rsync --daemon --dparam=pidfile=/run/rsyncd.pid ;;
                stop) if [ -e /run/rsyncd.pid ]; then kill "$(cat /run/rsyncd.pid)"; fi ;;
                esac ;;
            esac
        }
        """;

    private static final String SYSTEMCTL = HEAD + """
        verb=$1; shift; [ "$1" != -- ] || shift; name=$1
        case $verb in
        is-enabled) if [ -e "on.$name" ]; then echo enabled; else echo disabled; exit 1; fi ;;
        is-active) if [ -e "up.$name" ]; then echo active; else echo inactive; exit 3; fi ;;
        enable) touch "on.$name" ;;
        disable) rm -f "on.$name" ;;
        start) [ -e "up.$name" ] || { touch "up.$name"; real start "$name"; } ;;
        stop) [ ! -e "up.$name" ] || { rm -f "up.$name"; real stop "$name"; } ;;
        reload-or-restart) if [ -e "up.$name" ]; then real reload "$name"; else touch "up.$name"; real start "$name"; fi ;;
        daemon-reload) ;;
        *) exit 9 ;;
        esac
        exit 0
        """;

    private static final String RC_SERVICE = HEAD + """
        case $2 in
        status) [ -e "up.$1" ] ;;
        start) touch "up.$1"; real start "$1" ;;
        reload) real reload "$1" ;;
        stop) rm -f "up.$1"; real stop "$1" ;;
        esac
        """;

    private static final String RC_UPDATE = HEAD + """
        case $1 in
        show) for one in on.*; do echo "${one#on.}" | sed 's/^/                /; s/$/ | default/'; done ;;
        add) touch "on.$2" ;;
        del) rm -f "on.$2" ;;
        esac
        """;

    private static final String UFW = HEAD + """
        case "$1 $2" in
        "status ") printf 'Status: active\\n\\nTo                         Action      From\\n'
            for one in ufw.*; do
                [ ! -e "$one" ] || printf '%-26s ALLOW       Anywhere\\n' "$(echo "${one#ufw.}" | tr _ /)"
            done ;;
        "allow "*) touch "ufw.$(echo "$2" | tr / _)" ;;
        "delete allow") rm -f "ufw.$(echo "$3" | tr / _)" ;;
        esac
        """;

    private static final String FIREWALL_CMD = HEAD + """
        for word; do case $word in
        --state) echo running ;;
        --list-services) echo "ssh dhcpv6-client" ;;
        --list-ports) for one in fw.*; do [ ! -e "$one" ] || echo "${one#fw.}" | tr _ /; done ;;
        --add-port=*) touch "fw.$(echo "${word#*=}" | tr / _)" ;;
        --remove-port=*) rm -f "fw.$(echo "${word#*=}" | tr / _)" ;;
        esac; done
        """;

    private static final String GETENFORCE = HEAD + """
        echo Enforcing
        """;

    /** As the file system here keeps no labels, {@code stat} says what {@code restorecon} would have set. */
    private static final String STAT = """
        #!/bin/sh
        if [ "$1 $2 $3" = "-L -c %C" ]; then
            if [ -e /var/lib/fake/labelled ]; then echo system_u:object_r:public_content_t:s0
            else echo unconfined_u:object_r:var_t:s0; fi
            exit 0
        fi
        exec /usr/bin/stat "$@"
        """;

    private static final String RESTORECON = HEAD + """
        if [ "$1" = -R ]; then touch labelled; fi
        """;

    private Recorders() {}

    /** systemd, as far as we ask it. */
    static void systemd(NamespaceHost host) throws Exception {
        host.must("mkdir", "-p", "/run/systemd/system");
        put(host, "systemctl", SYSTEMCTL);
        put(host, "ufw", UFW);
    }

    static void openrc(NamespaceHost host) throws Exception {
        host.must("mkdir", "-p", "/run/openrc");
        put(host, "rc-service", RC_SERVICE);
        put(host, "rc-update", RC_UPDATE);
    }

    static void fedora(NamespaceHost host) throws Exception {
        host.must("mkdir", "-p", "/run/systemd/system");
        put(host, "systemctl", SYSTEMCTL);
        put(host, "firewall-cmd", FIREWALL_CMD);
        put(host, "getenforce", GETENFORCE);
        put(host, "semanage", HEAD);
        put(host, "restorecon", RESTORECON);
        put(host, "stat", STAT);
    }

    /** A program of that name that records how it is called and then does this. */
    static void recorder(NamespaceHost host, String name, String rest) throws Exception {
        put(host, name, HEAD + rest);
    }

    private static void put(NamespaceHost host, String name, String script) throws Exception {
        host.write("/usr/local/bin/" + name, script, "755");
    }
}

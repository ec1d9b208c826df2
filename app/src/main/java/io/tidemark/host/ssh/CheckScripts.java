package io.tidemark.host.ssh;

/**
 * The small programs that look at a host, for any shell that follows POSIX, with nothing but coreutils or busybox beside it.
 * Their data are arguments, never part of the text. They change nothing.
 */
final class CheckScripts {

    /** Whether the nearest existing path at or above $1 is a directory, may be written to, and which it is. */
    static final String GROUND = """
        p=$1
        while [ ! -e "$p" ] && [ ! -h "$p" ]; do p=$(dirname "$p"); done
        d=-; w=-
        [ -d "$p" ] && d=d
        [ -w "$p" ] && [ -x "$p" ] && w=w
        printf '%s%s %s' "$d" "$w" "$p"
        """;

    /**
     * Gathers what is to know of a host, and of its root ($1): sections, each a name on a line and then lines that begin with a
     * blank. Further arguments, host and port by turns, are connections to try from there.
     */
    static final String GATHER = """
        LC_ALL=C; export LC_ALL
        PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin
        root=$1; shift
        ground=$root
        while [ ! -e "$ground" ]; do ground=$(dirname "$ground"); done
        has() { command -v "$1" >/dev/null 2>&1; }
        take() {
            printf '%s\\n' "$1"; shift
            "$@" 2>/dev/null </dev/null | head -c 131072 | sed 's/^/ /'
            echo
        }
        system() { cat /etc/os-release || cat /usr/lib/os-release; }
        cores() { getconf _NPROCESSORS_ONLN || nproc || grep -c ^processor /proc/cpuinfo; }
        services() {
            if [ -d /run/systemd/system ] && has systemctl; then echo 'manager systemd'
            elif [ -d /run/openrc ] && has rc-service; then echo 'manager openrc'
            else echo 'manager none'; return; fi
            for n in nginx apache2 httpd rsync rsyncd vsftpd cron crond cronie; do
                if has systemctl && [ -d /run/systemd/system ]; then
                    [ "$(systemctl show -p LoadState "$n.service")" = LoadState=loaded ] || continue
                    s=$(systemctl is-active "$n.service")
                else
                    [ -x "/etc/init.d/$n" ] || continue
                    s=$(rc-service "$n" status | tail -n 1)
                fi
                printf '%s %s\\n' "$n" "${s##* }"
            done
        }
        labels() { has getenforce || return; getenforce; ls -Zd "$ground"; }
        texts() {
            for f in "$@"; do
                [ -f "$f" ] && [ -r "$f" ] || continue
                printf 'file %s\\n' "$f"
                head -c 16384 "$f" | sed 's/^/ /'
                echo
            done
        }
        stamps() {
            n=0
            for d in "$root" "$root"/* "$root"/*/*; do
                [ -d "$d" ] || continue
                n=$((n + 1)); [ $n -le 2000 ] || break
                for f in lastsync lastupdate last-updated timestamp.txt; do
                    [ -f "$d/$f" ] && printf '%s\\t%s\\n' "${d#"$root"}/$f" "$(head -c 64 "$d/$f" | head -n 1)"
                done
            done
        }
        reach() {
            r=untried
            if has timeout && has bash; then
                timeout 6 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" && r=open || r=shut
            elif has timeout && has nc; then
                timeout 6 nc -w 5 "$1" "$2" </dev/null >/dev/null && r=open || r=shut
            fi
            printf '%s %s %s\\n' "$1" "$2" "$r"
        }
        outward() {
            while [ $# -gt 1 ]; do reach "$1" "$2" & shift 2; done
            wait
        }
        take system system
        take kernel uname -srm
        take cores cores
        take memory grep MemTotal /proc/meminfo
        take space df -Pk "$ground"
        take inodes df -Pi "$ground"
        take rsync rsync --version
        take services services
        take labels labels
        take tables texts /etc/crontab /etc/cron.d/*
        take spools texts /var/spool/cron/crontabs/* /var/spool/cron/* /etc/crontabs/*
        take own crontab -l
        take units texts /etc/systemd/system/*.service "$HOME"/.config/systemd/user/*.service
        take stamps stamps
        take out outward "$@"
        exit 0
        """;

    private CheckScripts() {}
}

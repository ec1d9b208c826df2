package io.tidemark.host.ssh;

/**
 * What runs on a host while it is looked at and set up, for any POSIX shell with the programs of GNU or BusyBox. Data are
 * positional parameters and never part of the text. What changes something holds a lock for as long as it runs, so that
 * undoing waits for a step that a cut connection left behind; and notes are durable before the first change, so that
 * undoing needs nothing but the host.
 */
final class ProvisionScripts {

    private static final String COMMON = """
        umask 022; LC_ALL=C; PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin; export LC_ALL PATH
        base=/var/backups/tidemark
        have() { command -v "$1" >/dev/null 2>&1; }
        if [ -d /run/systemd/system ] && have systemctl; then m=systemd
        elif [ -d /run/openrc ] && have rc-service; then m=openrc; else m=none; fi
        enabled() {
            case $m in
            systemd) systemctl is-enabled -- "$1" 2>/dev/null || : ;;
            openrc) if rc-update show default 2>/dev/null | grep -q "^ *$1 |"; then echo enabled; else echo disabled; fi ;;
            *) echo none ;;
            esac
        }
        active() {
            case $m in
            systemd) systemctl is-active -- "$1" 2>/dev/null || : ;;
            openrc) if rc-service "$1" status >/dev/null 2>&1; then echo active; else echo inactive; fi ;;
            *) echo none ;;
            esac
        }
        below() { printf '%s(/.*)?' "$(printf '%s' "$1" | sed 's/[].*^+?(){}|[]/\\\\&/g')"; }
        account() { { getent passwd "$1" || grep "^$1:" /etc/passwd; } 2>/dev/null | head -n 1; }
        """;

    private static final String STEP = COMMON + """
        set -e
        mkdir -p "$base"; chmod 755 "$base"
        exec 8>>"$base/step"
        if have flock; then flock 8; fi
        """;

    /** Says, for each pair of a kind and a name, what is there. */
    static final String LOOK = COMMON + """
        most=524288
        text() { echo text; head -c $most | base64; echo .; }
        facts() {
            if s=$(stat $1 -c 'type %F|mode %a|owner %U|group %G|mtime %Y|size %s' -- "$2" 2>&1); then
                echo state there; echo "$s" | tr '|' '\\n'; return 0
            fi
            case $s in *ermission*denied*) echo state denied ;; *) echo state none ;; esac
            return 1
        }
        while [ $# -gt 1 ]; do
            kind=$1 what=$2; shift 2
            echo "@"
            case $kind in
            file)
                if facts '' "$what"; then
                    if [ -h "$what" ]; then printf 'target %s\\n' "$(readlink -- "$what" | base64 | tr -d '\\n')"; fi
                    if [ -f "$what" ] && [ -r "$what" ]; then text <"$what"; fi
                fi ;;
            certificate)
                if facts -L "$what"; then
                    if [ ! -r "$what" ]; then echo state denied; elif [ -f "$what" ]; then text <"$what"; fi
                fi ;;
            directory) if [ -h "$what" ]; then echo link yes; fi; facts -L "$what" ;;
            account)
                p=$(account "$what"); if [ -n "$p" ]; then echo "passwd $p"; fi ;;
            service) echo "manager $m"; echo "enabled $(enabled "$what")"; echo "active $(active "$what")" ;;
            program) if have "$what"; then echo state there; else echo state none; fi ;;
            public)
                if facts -L "$what"; then
                    if ! have openssl; then echo openssl none
                    elif [ ! -r "$what" ]; then echo state denied
                    else openssl pkey -in "$what" -pubout -passin pass: </dev/null 2>/dev/null | text; fi
                fi ;;
            firewall)
                if have ufw; then
                    echo firewall ufw
                    if s=$(ufw status 2>/dev/null); then echo state there; echo "$s" | text; else echo state denied; fi
                elif have firewall-cmd; then
                    echo firewall firewalld
                    if [ "$(firewall-cmd --state 2>/dev/null)" != running ]; then
                        if [ "$(id -u)" = 0 ]; then echo state none; else echo state denied; fi
                    elif s=$(firewall-cmd --list-services 2>/dev/null && firewall-cmd --list-ports 2>/dev/null); then
                        echo state there; echo "$s" | text
                    else echo state denied; fi
                else echo firewall none; fi ;;
            label)
                echo "selinux $(getenforce 2>/dev/null || echo none)"
                if s=$(stat -L -c %C -- "$what" 2>/dev/null); then echo "label $s"; fi ;;
            pristine)
                if facts -L "$what" && have dpkg-query; then
                    s=$(md5sum <"$what" | cut -c 1-32)
                    if dpkg-query -W -f '${Conffiles}\\n' 2>/dev/null | grep -qF " $what $s"; then echo pristine yes; fi
                fi ;;
            esac
        done
        echo "@end"
        """;

    /** Lets one person at a time set a host up: until the input ends. */
    static final String HOLD = COMMON + """
        set -e
        mkdir -p "$base"; chmod 755 "$base"
        exec 9>>"$base/lock"
        n=0
        if have flock; then
            until flock -n 9; do
                n=$((n + 1))
                if [ $n -gt 20 ]; then echo busy; exit 0; fi
                sleep 0.25
            done
        fi
        echo held
        exec cat >/dev/null
        """;

    /** Keeps all that may be changed, and notes how it was. */
    static final String BEGIN = STEP + """
        name=$1 d=$base/$1; shift
        if [ -e "$base/unfinished" ]; then echo "an earlier run is unfinished" >&2; exit 9; fi
        mkdir -m 700 "$d"; mkdir "$d/files"
        note() { printf '%s\\t%s\\t%s\\t%s\\t%s\\n' "$1" "$2" "$3" "${4:--}" "${5:--}" >>"$d/intent"; }
        above() { p=$1; while [ ! -d "$p" ]; do note dir new "$p" - -; p=$(dirname -- "$p"); done; }
        echo 'tidemark provision 1' >"$d/intent"
        while [ $# -gt 1 ]; do
            kind=$1 what=$2; shift 2
            case $kind in
            file)
                if [ -e "$what" ] || [ -h "$what" ]; then
                    mkdir -p -- "$d/files$(dirname -- "$what")"
                    cp -a -- "$what" "$d/files$what"
                    note file old "$what" - -
                else
                    above "$(dirname -- "$what")"; note file new "$what" - -
                fi ;;
            directory)
                if [ -d "$what" ]; then
                    note dir old "$what" "$(stat -L -c %u:%g -- "$what")" "$(stat -L -c %a -- "$what")"
                else above "$what"; fi ;;
            account)
                p=$(account "$what")
                if [ -n "$p" ]; then p=${p##*:}; note account old "$what" "${p:-/bin/sh}" -; else note account new "$what" - -; fi ;;
            service) note service "$m" "$what" "$(enabled "$what" | head -n 1)" "$(active "$what" | head -n 1)" ;;
            *) note "$kind" new "$what" - - ;;
            esac
        done
        sync -f "$d/intent" 2>/dev/null || sync
        echo "$name" >"$base/.unfinished"
        mv -f "$base/.unfinished" "$base/unfinished"
        sync -f "$base" 2>/dev/null || sync
        """;

    /** All that was asked for is there: what was kept stays, for people. */
    static final String FINISH = STEP + """
        mv -f "$base/$1/intent" "$base/$1/done"; rm -f "$base/unfinished"
        sync -f "$base" 2>/dev/null || sync
        """;

    /** Puts back all that an unfinished run kept; says what it could not. May be repeated. */
    static final String UNDO = STEP + """
        set +e
        [ -e "$base/unfinished" ] || exit 0
        name=$(cat "$base/unfinished")
        case $name in ''|*/*|.*) echo "bad name" >&2; exit 8 ;; esac
        d=$base/$name; bad=0; tab=$(printf '\\t')
        if [ ! -e "$d/intent" ]; then rm -f "$base/unfinished"; exit 0; fi
        left() { echo "$1"; bad=1; }
        each() { grep "^$1$tab" "$d/intent"; }
        quiet() { "$@" >/dev/null 2>&1 </dev/null 8>&-; }
        each service | while IFS=$tab read -r _ manager name was ran; do
            [ "$manager" = "$m" ] || continue
            case $m in
            systemd)
                [ "$ran" = active ] || quiet systemctl stop -- "$name"
                case $was in enabled*|static|indirect|generated|alias) ;; *) quiet systemctl disable -- "$name" ;; esac ;;
            openrc)
                [ "$ran" = active ] || quiet rc-service "$name" stop
                [ "$was" = enabled ] || quiet rc-update del "$name" default ;;
            esac
        done
        each file >"$d/.files"
        while IFS=$tab read -r _ how path _; do
            rm -f -- "$path.tidemark-new"
            if [ "$how" = new ]; then rm -f -- "$path" || left "$path"; continue; fi
            if cp -a -- "$d/files$path" "$path.tidemark-new" && mv -f -- "$path.tidemark-new" "$path"; then
                if have restorecon; then quiet restorecon "$path"; fi
            else left "$path"; fi
        done <"$d/.files"
        each label | while IFS=$tab read -r _ _ what _; do
            quiet semanage fcontext -d "$(below "$what")"; quiet restorecon -R "$what"
        done
        each ufw | while IFS=$tab read -r _ _ what _; do quiet ufw delete allow "$what"; done
        each firewalld | while IFS=$tab read -r _ _ what _; do
            quiet firewall-cmd --permanent "--remove-port=$what"; quiet firewall-cmd "--remove-port=$what"
        done
        each dir | grep "^dir${tab}old" >"$d/.dirs"
        while IFS=$tab read -r _ _ path owner mode; do
            if [ ! -h "$path" ]; then { cd -- "$path" && chown "$owner" . && chmod "$mode" .; } || left "$path"; fi
        done <"$d/.dirs"
        cd /
        each dir | grep "^dir${tab}new" | cut -f 3 | sort -ru >"$d/.dirs"
        while read -r path; do
            if [ -d "$path" ] && ! rmdir -- "$path" 2>/dev/null; then echo "$path"; fi
        done <"$d/.dirs"
        each account >"$d/.accounts"
        while IFS=$tab read -r _ how name shell _; do
            if [ "$how" = old ]; then
                p=$(account "$name"); [ "${p##*:}" = "$shell" ] || quiet usermod -s "$shell" -- "$name" || left "$name"
            elif [ -n "$(account "$name")" ]; then
                if have userdel; then quiet userdel -- "$name"; else quiet deluser "$name"; quiet delgroup "$name"; fi
                [ -z "$(account "$name")" ] || left "$name"
            fi
        done <"$d/.accounts"
        if [ $m = systemd ]; then quiet systemctl daemon-reload; fi
        each service | while IFS=$tab read -r _ manager name was ran; do
            if [ "$manager" = "$m" ] && [ "$ran" = active ]; then
                case $m in
                systemd) quiet systemctl reload-or-restart -- "$name" ;;
                openrc) quiet rc-service "$name" reload || quiet rc-service "$name" restart ;;
                esac
            fi
        done
        rm -f "$d/.files" "$d/.dirs" "$d/.accounts"
        sync -f "$base" 2>/dev/null || sync
        if [ $bad = 0 ]; then mv -f "$d/intent" "$d/undone" && rm -f "$base/unfinished"; fi
        exit $bad
        """;

    /** Makes an account that cannot log in, or takes an existing one's shell away. */
    static final String ACCOUNT = STEP + """
        name=$1 home=$2 shell=$3
        if [ -n "$(account "$name")" ]; then usermod -s "$shell" -- "$name"
        elif have useradd; then useradd -r -U -M -d "$home" -s "$shell" -- "$name"
        else addgroup -S "$name"; adduser -S -D -H -h "$home" -s "$shell" -G "$name" "$name"; fi
        """;

    /** Makes a directory, or sets its owner and that all may read it; nothing below it is touched. */
    static final String DIRECTORY = STEP + """
        mkdir -p -- "$1"
        if [ ! -h "$1" ]; then
            cd -- "$1"
            if [ "$(stat -c %d:%i -- "$1")" = "$(stat -c %d:%i .)" ]; then
                chown "$2:" .; chmod u=rwx,o=rx .; case $(stat -c %a .) in *[012346]?) chmod g+rx . ;; esac
            fi
        fi
        """;

    /** Puts its input at a path in one step, for root alone to write. */
    static final String WRITE = STEP + """
        new="$1.tidemark-new"
        if [ -d "$1" ]; then echo "$1 is a directory" >&2; exit 1; fi
        mkdir -p -- "$(dirname -- "$1")"; rm -f -- "$new"
        umask 077; cat >"$new"
        printf '%s  %s\\n' "$3" "$new" | sha256sum -c - >/dev/null
        chown 0:0 "$new"; chmod "$2" "$new"
        sync -f "$new" 2>/dev/null || sync
        mv -f -- "$new" "$1"
        if have restorecon; then restorecon "$1" >/dev/null 2>&1 || : ; fi
        """;

    /** Makes a link at the first path that leads to the second. */
    static final String LINK = STEP + """
        if [ -d "$1" ] && [ ! -h "$1" ]; then echo "$1 is a directory" >&2; exit 1; fi
        mkdir -p -- "$(dirname -- "$1")"; rm -f -- "$1.tidemark-new"
        ln -s -- "$2" "$1.tidemark-new"
        rm -f -- "$1"; mv -f -- "$1.tidemark-new" "$1"
        """;

    /** Removes files and links. */
    static final String REMOVE = STEP + """
        for path; do if [ -h "$path" ] || [ -f "$path" ]; then rm -f -- "$path"; fi; done
        """;

    /** Starts the rsync daemon with a configuration where nobody is, lists its modules and one after another. */
    static final String RSYNCD_TEST = STEP + """
        conf=$1; shift
        port=$((20000 + $$ % 20000))
        log=$(mktemp)
        rsync --daemon --no-detach "--config=$conf" --address=127.0.0.1 "--port=$port" "--dparam=pidfile=$log.pid" \\
            --dparam=lockfile="$log.lock" --log-file="$log" >/dev/null 2>&1 </dev/null 8>&- &
        pid=$!
        trap 'kill $pid 2>/dev/null || : ; cat "$log" >&2 || : ; rm -f "$log" "$log.pid" "$log.lock"' EXIT
        n=0
        until rsync --timeout=5 "rsync://127.0.0.1:$port/" >/dev/null 2>&1; do
            n=$((n + 1)); kill -0 $pid; [ $n -lt 100 ]; sleep 0.1
        done
        for module; do rsync --timeout=20 "rsync://127.0.0.1:$port/$module/" >/dev/null; done
        """;

    /** Tests the configuration of Apache, whatever its program is called here. */
    static final String APACHE_TEST = STEP + """
        for program in apache2ctl apachectl httpd; do
            if have $program; then exec $program -t; fi
        done
        exit 127
        """;

    /** Asks systemd what it thinks of units. */
    static final String SYSTEMD_TEST = STEP + """
        if ! have systemd-analyze; then exit 127; fi
        exec systemd-analyze verify --man=no "$@" 8>&-
        """;

    /** Has a service started now and with the machine, or read its files again. */
    static final String SERVICE = STEP + """
        name=$1 how=$2
        case $m in
        systemd)
            systemctl daemon-reload 8>&-
            systemctl enable -- "$name" 8>&-
            if [ "$(active "$name")" != active ]; then systemctl start -- "$name" 8>&-
            elif [ "$how" = reload ]; then systemctl reload-or-restart -- "$name" 8>&-; fi ;;
        openrc)
            rc-update add "$name" default 8>&-
            if [ "$(active "$name")" != active ]; then rc-service "$name" start 8>&-
            elif [ "$how" = reload ]; then rc-service "$name" reload 8>&- || rc-service "$name" restart 8>&-; fi ;;
        *) echo "no service manager" >&2; exit 75 ;;
        esac
        """;

    /** Lets clients in at a port. */
    static final String PORT = STEP + """
        case $1 in
        ufw) ufw allow "$2" ;;
        firewalld) firewall-cmd --permanent "--add-port=$2"; firewall-cmd "--add-port=$2" ;;
        esac
        """;

    /** Lets all servers read what lies below a path. */
    static final String LABEL = STEP + """
        all=$(below "$1")
        semanage fcontext -a -t public_content_t "$all" 2>/dev/null || semanage fcontext -m -t public_content_t "$all"
        restorecon -R "$1"
        """;

    /** Gets a certificate by a plugin for a name and has the site use it; then tries its renewal. */
    static final String CERTBOT = STEP + """
        certbot "--$1" -d "$2" -m "$3" --agree-tos -n --redirect --keep-until-expiring 8>&-
        certbot renew --dry-run -n --cert-name "$2" 8>&-
        """;

    /** Asks the web server for paths, and says the status of each. */
    static final String ASK_WEB = COMMON + """
        unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY
        scheme=$1 name=$2 address=$3 port=$4; shift 4
        end=$(($(date +%s) + 8))
        left() { l=$((end - $(date +%s))); [ $l -ge 3 ] || l=3; echo $l; }
        for path; do
            while :; do
                code=
                if have curl; then
                    code=$(curl -k -s -o /dev/null -m "$(left)" --noproxy '*' -w '%{http_code}' \\
                        --resolve "$name:$port:$address" "$scheme://$name:$port$path") || :
                elif have wget; then
                    once=; if wget --version >/dev/null 2>&1; then once=--tries=1; fi
                    code=$(wget -S -O /dev/null -T "$(left)" $once --no-check-certificate --header "Host: $name" \\
                        "$scheme://$address:$port$path" 2>&1 | sed -n 's/.*HTTP[/][0-9.]* \\([0-9][0-9][0-9]\\).*/\\1/p' | head -n 1)
                else code=none; fi
                [ "${code:-000}" = 000 ] && [ "$(date +%s)" -lt $end ] || break
                sleep 1
            done
            echo "${code:-000}"
        done
        """;

    /** Makes, or removes, an empty directory whose name begins with a dot in each of the trees. */
    static final String DOT = STEP + """
        how=$1; shift
        for tree; do
            if [ "$how" = make ]; then mkdir -p -- "$tree/.tidemark-probe"
            else rmdir -- "$tree/.tidemark-probe" 2>/dev/null || : ; fi
        done
        """;

    private ProvisionScripts() {}
}

package io.tidemark.host.ssh;

/**
 * The small programs that publishing runs on a host, for any shell that follows POSIX, with nothing but coreutils or
 * busybox beside it. Their data are arguments or standard input, never part of the text. What changes a copy begins with
 * {@link #UNDER_LOCK}: it runs only for the one who holds the lock, alone, and to its end even if the connection is cut.
 *
 * <p>Exit statuses: 66 no such directory, 67 it cannot be made, 74 a write failed, 75 somebody else writes, 76 the lock was
 * lost, 77 the channel is held, 78 something is in the way, 79 it is not as it was when it was planned, 80 a file that a
 * document names is missing.
 */
final class CopyScripts {

    /** Says what lies in each directory below a root, or in one ($2). Fields end with NUL; links have a line end and a dot more. */
    static final String LOOK = """
        LC_ALL=C; export LC_ALL
        cd -- "$1" || exit 66
        say() { printf '%s%s\\0' "$@"; }
        led() { printf '%s\\0%s\\0' "$(readlink "$1"; echo .)" "$(stat -c %Y "$1")"; }
        one() {
            say R "$1"
            n=0
            for e in ./"$1"/*; do
                [ -h "$e" ] || [ -d "$e" ] || continue
                n=$((n + 1)); [ $n -le 5000 ] || break
                if [ -h "$e" ]; then say L "${e##*/}"; led "$e"; else say D "${e##*/}"; fi
            done
            o=./$1/.tidemark
            [ -d "$o" ] && [ ! -h "$o" ] || return 0
            for f in "$o"/*.json "$o"/journal.broken-* "$o"/journal.jsonl "$o"/holds/* "$o"/channels/* \\
                    "$o"/versions/*/facts.json "$o"/staging/*/facts.json "$o"/documents/*/*/facts.json; do
                [ -f "$f" ] && [ ! -h "$f" ] || continue
                say F "${f#"$o"/}"
                head -c 16777216 "$f" | tr -d '\\000'; printf '\\0'
            done
            for f in "$o"/versions/*/path; do
                v=${f%/path}; v=${v##*/}
                [ -f "$f" ] && [ ! -d "$o/staging/$v/tree" ] || continue
                p=./$1/$(cat "$f")
                if [ -d "$p" ]; then say V "$v"; elif [ -f "$p" ] && [ ! -h "$p" ]; then say I "$v"; fi
            done
            for f in "$o"/channels/*; do
                [ -f "$f" ] || continue
                p=./$1/$(cat "$f")
                if [ -h "$p" ]; then say P "${f##*/}"; led "$p"
                elif [ -f "$p" ]; then d=$(sha256sum <"$p"); say M "${f##*/}" "${d%% *}" ''; say "$(stat -c %Y "$p")"; fi
            done
            return 0
        }
        if [ $# -gt 1 ]; then [ ! -d "./$2" ] || one "$2"; exit 0; fi
        for r in *; do
            [ -d "./$r" ] && [ ! -h "./$r" ] && one "$r"
        done
        exit 0
        """;

    /** Says what a host has: processors, rsync, the renaming that replaces links, the lock of the kernel. */
    static final String TOOLS = """
        LC_ALL=C; export LC_ALL
        printf 'cores %s\\n' "$(nproc 2>/dev/null || echo 1)"
        printf 'rsync %s\\n' "$(rsync --version 2>/dev/null | head -n 1)"
        mv --help 2>&1 | grep -q -e '-T' && echo 'rename yes'
        command -v flock >/dev/null 2>&1 && echo 'flock yes'
        exit 0
        """;

    /**
     * Takes the lock of a copy ($1) and keeps it until its input ends; $2 is whom others shall see, its first 32 signs being
     * the lock's nonce. Overwritten in place, for there must be a way on a full disk too.
     */
    static final String LOCK = """
        LC_ALL=C; export LC_ALL
        umask 022; mkdir -p -- "$1" || exit 67
        umask 077; [ ! -h "$1/.tidemark" ] || exit 67
        [ -d "$1/.tidemark" ] || mkdir -- "$1/.tidemark" || exit 67
        cd -- "$1/.tidemark" || exit 67
        for d in holds channels versions staging tmp; do [ -d $d ] || mkdir $d || exit 67; done
        n=0; nonce=${2%% *}
        later() {
            n=$((n + 1)); [ $n -le 3 ] && sleep 1 && return
            printf '\\n%s busy %s\\n' "$nonce" "$(head -c 512 holder)"; exit 75
        }
        if command -v flock >/dev/null 2>&1; then
            exec 9>>lock 8>>work
            until flock -n 9 && flock -n 8; do later; done
        else
            boot=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)
            until mkdir lock.d 2>/dev/null; do
                if read -r pid was <lock.d/pid && { [ "$was" != "$boot" ] || ! kill -0 "$pid" 2>/dev/null; }; then
                    rm -rf lock.d
                else later; fi
            done
            trap 'rm -rf lock.d' EXIT; trap 'exit 1' HUP INT TERM PIPE
            printf '%s %s\\n' $$ "$boot" >lock.d/pid
        fi
        [ -f reserve ] || head -c 262144 /dev/zero >reserve
        printf '%s' "$2" 1<>holder || exit 67
        if command -v flock >/dev/null 2>&1; then flock -u 8; exec 8>&-; fi
        printf '\\n%s held\\n' "$nonce"
        cat >/dev/null
        """;

    static final String UNDER_LOCK = """
        trap '' HUP PIPE
        LC_ALL=C; export LC_ALL
        umask 077; cd -- "$1/.tidemark" || exit 66
        if command -v flock >/dev/null 2>&1; then exec 8>>work; flock 8 || exit 75; fi
        [ "$(head -c 32 holder)" = "$2" ] || exit 76
        shift 2
        settle() { sync -f "$1" 2>/dev/null || sync; }
        flush() { sync "$@" 2>/dev/null || sync; }
        write() { printf '%s' "$2" >tmp/new && flush tmp/new && mv -f tmp/new "$1"; }
        put() { write "$1" "$2" 2>/dev/null || { rm -f reserve; write "$1" "$2"; } || exit 74; }
        cut() { dd if=/dev/null of=journal.jsonl bs=1 seek="$1" count=0 2>/dev/null; }
        add() { cut "$2" && printf '%s\\n' "$1" >>journal.jsonl; }
        append() { add "$1" "$2" 2>/dev/null || { rm -f reserve; add "$1" "$2"; } || { cut "$2"; exit 74; }; flush journal.jsonl .; }
        """;

    /** Runs rsync's other end for the one who holds the lock; who takes the lock next waits until it has ended. */
    static final String RECEIVE = """
        umask 022; cd -- "$1/.tidemark" || exit 66
        if command -v flock >/dev/null 2>&1; then exec 8>>work; flock -s 8 || exit 75; fi
        [ "$(head -c 32 holder)" = "$2" ] || exit 76
        cd - >/dev/null || exit 66
        shift 2; exec rsync "$@"
        """;

    /** Writes a small file of ours ($1) whole. */
    static final String PUT = UNDER_LOCK + """
        put "$1" "$2"; flush .
        """;

    /** Begins the staging of a version ($1), whose facts are $2, and takes its manifest from the input; says its digest. */
    static final String STAGE = UNDER_LOCK + """
        mkdir -p "staging/$1/tree" "staging/$1/in" || exit 74
        put "staging/$1/facts.json" "$2"
        cat >"staging/$1/manifest" || exit 74
        sha256sum <"staging/$1/manifest"
        """;

    /** Throws the staging of a version ($1) away. */
    static final String DISCARD = UNDER_LOCK + """
        rm -rf "staging/$1"
        """;

    /** Removes entries, named by the input, from the staged tree of a version ($1). */
    static final String DROP = UNDER_LOCK + """
        cd "staging/$1/tree" || exit 66
        xargs -0 rm -rf
        """;

    /** Makes directories, named by the input, in the staged tree of a version ($1). */
    static final String DIRECTORIES = UNDER_LOCK + """
        umask 022; cd "staging/$1/tree" || exit 66
        xargs -0 mkdir -p
        """;

    /** Makes links in the staged tree of a version ($1): the input has pairs of what a link says and where it lies. */
    static final String LINKS = UNDER_LOCK + """
        cd "staging/$1/tree" || exit 66
        xargs -0 -n 2 ln -s --
        """;

    /** Gives files of a version there ($2) a name in the staged tree of another ($1), the same for each; named by the input. */
    static final String SHARE = UNDER_LOCK + """
        base=../$2; cd "staging/$1/tree" || exit 66
        xargs -0 sh -c 'b=$1; shift; for f; do ln "$b/$f" "$f" 2>/dev/null || :; done' sh "../../../$base"
        """;

    /** Gives directories of the staged tree of a version ($1) a mode ($2); named by the input. */
    static final String MODES = UNDER_LOCK + """
        cd "staging/$1/tree" || exit 66
        xargs -0 chmod "$2"
        """;

    /**
     * Seals the staged version ($1) at its public path ($2): made durable, facts ($3) beside the manifest, renamed, and only
     * then the journal's line ($4) behind its first $5 bytes.
     */
    static final String SEAL = UNDER_LOCK + """
        s=staging/$1; v=../$2; o=versions/$1
        [ ! -e "$v" ] && [ ! -h "$v" ] || exit 78
        chmod 755 "$s/tree" || exit 74
        settle "$s"
        mkdir -p "$o" || exit 74
        mv -f "$s/manifest" "$o/manifest" || exit 74
        put "$o/path" "$2"; put "$o/facts.json" "$3"
        flush "$o/manifest" "$o" versions
        case $2 in */*) (umask 022; mkdir -p "${v%/*}") || exit 74;; esac
        mv -T "$s/tree" "$v" || exit 74
        flush "${v%/*}" "$s"
        append "$4" "$5"
        rm -rf "$s"
        """;

    /** Adds a line ($1) to the journal behind its first $2 bytes, and removes a file of ours ($3) that asked for it. */
    static final String RECORD = UNDER_LOCK + """
        append "$1" "$2"
        rm -rf "$3"; flush .
        """;

    /** Sets a broken journal aside under a name ($1), and begins a new one with a line ($2). */
    static final String ASIDE = UNDER_LOCK + """
        [ ! -e "$1" ] || exit 78
        mv journal.jsonl "$1" || exit 74
        append "$2" 0
        """;

    /** Removes a file of ours ($1). */
    static final String FORGET = UNDER_LOCK + """
        rm -rf "$1"; flush .
        """;

    /**
     * Moves a channel: $1 intent, $2 journal line, $3 bytes of the journal before it, $4 channel, $5 its link, $6 what the
     * link shall say, $7 what it says now with a line end and a dot behind it, $8 whether a hold is passed over, $9 the hold
     * that is laid, if any. The hold comes first: clients that went back are never left unheld.
     */
    static final String FLIP = UNDER_LOCK + """
        [ "$8" = any ] || [ ! -e "holds/$4" ] || exit 77
        l=../$5
        if [ -h "$l" ]; then now=$(readlink "$l"; echo .)
        elif [ -e "$l" ]; then exit 78
        else now=; fi
        [ "$now" = "$7" ] || exit 79
        put intent.json "$1"; flush .
        [ -z "$9" ] || put "holds/$4" "$9"
        put "channels/$4" "$5"; flush holds channels
        link() { rm -f tmp/link; ln -s "$1" tmp/link; }
        link "$6" 2>/dev/null || { rm -f reserve; link "$6"; } || exit 74
        mv -T -f tmp/link "$l" || exit 74
        flush "${l%/*}"
        append "$2" "$3"
        rm -f intent.json
        """;

    /** Lifts the hold of a channel ($1), journal line $2 behind $3 bytes. */
    static final String RELEASE = UNDER_LOCK + """
        rm -f "holds/$1"; flush holds
        append "$2" "$3"
        """;

    /**
     * Lists a tree ($1): of each entry a line with kind and octal mode, or hexadecimal mode, size, number of the file and
     * names, then its path and what it says if it is a link, each with NUL behind. All of
     * it compressed, where there is gzip: it is long, and says much twice.
     */
    static final String LIST = """
        LC_ALL=C; export LC_ALL
        cd -- "$1" 2>/dev/null || exit 66
        list() {
            if find . -maxdepth 0 -printf '' 2>/dev/null; then
                find . -mindepth 1 -printf '%y%m %s %D:%i %n\\n%P\\0%l\\0'
            else
                find . -mindepth 1 -exec sh -c 'for f; do
                    stat -c "x%f %s %d:%i %h" "$f"; printf "%s\\0" "${f#./}"
                    [ ! -h "$f" ] || readlink -n "$f"; printf "\\0"
                done' sh {} +
            fi
        }
        if command -v gzip >/dev/null 2>&1; then list | gzip -1; else list; fi
        """;

    /** Digests of the files below a directory ($1) that the input names, in that order. */
    static final String SUMS = """
        LC_ALL=C; export LC_ALL
        cd -- "$1" || exit 66
        exec xargs -0 sha256sum
        """;

    private CopyScripts() {}
}

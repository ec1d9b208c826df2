package io.tidemark.host.ssh;

/**
 * The small programs that publishing runs on a host, for any shell that follows POSIX, with nothing but coreutils or
 * busybox beside it. Their data are arguments or standard input, never part of the text. What they do to a copy is done
 * below its {@code .tidemark/}, and under its lock.
 */
final class CopyScripts {

    /** Exit status: there is no such directory. */
    static final int NOTHING = 66;

    /**
     * Says what lies below a root ($1): of each directory, or of one ($2), its directories, links, and the small files of
     * ours. Fields end with NUL; a field that may end with line ends has one and a dot more.
     */
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
                if [ -h "$e" ]; then say L "${e##*/}"; led "$e"
                elif [ -d "$e" ]; then say D "${e##*/}"; fi
            done
            o=./$1/.tidemark
            [ -d "$o" ] && [ ! -h "$o" ] || return 0
            for f in "$o"/*.json "$o"/journal.jsonl "$o"/holds/* "$o"/channels/* \\
                    "$o"/versions/*/facts.json "$o"/staging/*/facts.json; do
                [ -f "$f" ] && [ ! -h "$f" ] || continue
                say F "${f#"$o"/}"
                head -c 16777216 "$f" | tr -d '\\000'; printf '\\0'
            done
            for f in "$o"/versions/*/path; do
                [ -f "$f" ] && [ -d "./$1/$(cat "$f")" ] && say V "${f#"$o"/}"
            done
            for f in "$o"/channels/*; do
                [ -f "$f" ] && [ -h "./$1/$(cat "$f")" ] || continue
                say P "${f##*/}"; led "./$1/$(cat "$f")"
            done
            return 0
        }
        if [ $# -gt 1 ]; then [ ! -d "./$2" ] || one "$2"; exit 0; fi
        for r in *; do
            [ -d "./$r" ] && [ ! -h "./$r" ] && one "$r"
        done
        exit 0
        """;

    private CopyScripts() {}
}

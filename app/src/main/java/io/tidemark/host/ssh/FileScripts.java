package io.tidemark.host.ssh;

/**
 * The small programs that publishing runs on a host for copies whose versions are single files in one tree, led by documents.
 * They follow the rules of {@link CopyScripts}, and have its exit statuses.
 */
final class FileScripts {

    /** Lets the staging of a version ($1), which is one file ($2), compare itself with another one there ($3). */
    static final String LIKE = CopyScripts.UNDER_LOCK + """
        rm -rf "staging/$1/in"; mkdir -p "staging/$1/in" || exit 74
        ln "../$3" "staging/$1/in/$2" 2>/dev/null || :
        """;

    /**
     * Seals the staged version ($1), which is one file, at its public path ($2) among others, as {@link CopyScripts#SEAL} does it; a file
     * that lies there already must be the same one. It is sealed by the renaming of the staged tree, which is then empty or
     * holds the file's other name.
     */
    static final String SEAL_FILE = CopyScripts.UNDER_LOCK + """
        s=staging/$1; v=../$2; n=$s/tree/${2##*/}; o=versions/$1
        [ ! -h "$v" ] && [ ! -d "$v" ] || exit 78
        [ ! -e "$v" ] || [ "$v" -ef "$n" ] || exit 78
        settle "$s"
        mkdir -p "$o" || exit 74
        mv -f "$s/manifest" "$o/manifest" || exit 74
        put "$o/path" "$2"; put "$o/facts.json" "$3"
        flush "$o/manifest" "$o" versions
        case $2 in */*) (umask 022; mkdir -p "${v%/*}") || exit 74;; esac
        [ -e "$v" ] || ln "$n" "$v" 2>/dev/null || mv "$n" "$v" || exit 74
        flush "${v%/*}"
        mv -T "$s/tree" "$s/done" || exit 74
        flush "$s"
        append "$4" "$5"
        rm -rf "$s"
        """;

    /** Begins a staging ($1) of files that are no version. */
    static final String BEGIN = CopyScripts.UNDER_LOCK + """
        mkdir -p "staging/$1/tree" || exit 74
        """;

    /**
     * Puts staged files ($1), named by the input, into their public places; one that lies there already must be the same one.
     */
    static final String PLACE = CopyScripts.UNDER_LOCK + """
        settle "staging/$1"
        (cd "staging/$1/tree" && xargs -0 sh -c 'for f; do
            p=../../../../$f; d=${p%/*}
            [ -d "$d" ] || (umask 022; mkdir -p "$d") || exit 1
            [ ! "$p" -ef "$f" ] || continue
            [ ! -e "$p" ] && [ ! -h "$p" ] || exit 1
            ln "$f" "$p" 2>/dev/null || mv "$f" "$p" || exit 1
        done' sh) || exit 78
        settle .
        rm -rf "staging/$1"
        """;

    /**
     * Puts staged files ($1), whose names tell what is in them, into their places below a directory ($2), over whatever lies
     * there: a file by one rename, in the order of names within its directory.
     */
    static final String STOCK = CopyScripts.UNDER_LOCK + """
        settle "staging/$1"
        [ -d "../$2" ] || (umask 022; mkdir -p "../$2") || exit 74
        (cd "staging/$1/tree" && find . -type d -exec sh -c 't=$1; shift; for d; do
            n=
            for f in "$d"/*; do [ ! -f "$f" ] || { n=1; break; }; done
            [ "$n" ] || continue
            [ -d "$t/$d" ] || (umask 022; mkdir -p "$t/$d") || exit 1
            mv -f "$d"/* "$t/$d/" || exit 1
        done' sh "../../../../$2" {} +) || exit 78
        settle .
        rm -rf "staging/$1"
        """;

    /** Replaces a small file of ours ($1) by the input. */
    static final String WRITE = CopyScripts.UNDER_LOCK + """
        cat >tmp/in && flush tmp/in && mv -f tmp/in "$1" || exit 74
        flush .
        """;

    /** Takes one document ($1) of a set from the input, and says its digest; the one called 0 begins a new set. */
    static final String DOCUMENT = CopyScripts.UNDER_LOCK + """
        d=tmp/documents
        [ "$1" != 0 ] || rm -rf $d
        mkdir -p $d && cat >"$d/$1" && chmod 644 "$d/$1" || exit 74
        sha256sum <"$d/$1"
        """;

    /** Keeps the documents that were taken as a set ($2) of a channel ($1), whose facts are $3. */
    static final String DOCUMENTS = CopyScripts.UNDER_LOCK + """
        d=tmp/documents; o=documents/$1
        put "$d/facts.json" "$3"
        mkdir -p "$o" || exit 74
        settle $d
        rm -rf "$o/$2"; mv -T $d "$o/$2" || exit 74
        flush "$o" documents .
        """;

    /**
     * Gives clients a set of documents: $1 intent, $2 journal line, $3 bytes of the journal before it, $4 channel, $5 its own
     * document, $6 the set, $7 the digest of what the channel's document is now, or {@code any}, $8 whether a hold is passed
     * over, $9 the hold that is laid, if any. Nothing is begun unless every file that the documents name lies there. Each takes
     * its place by one rename, as a copy of the kept one, so that whoever writes into the public file does not change what is
     * kept; with a new time, so that no cache takes it for an older one. Then there is room again to do this on a full disk. A document without a number goes.
     */
    static final String SHOW = CopyScripts.UNDER_LOCK + """
        [ "$8" = any ] || [ ! -e "holds/$4" ] || exit 77
        s=documents/$4/$6
        now() { d=$(sha256sum <"$1"); echo "${d%% *}"; }
        size() { [ ! -h "$1" ] && [ -f "$1" ] && stat -c %s "$1"; }
        while read -r n p; do
            [ ! -h "../$p" ] && [ ! -d "../$p" ] || exit 78
        done <"$s/order"
        if [ "$7" != any ]; then [ "$(now "../$5")" = "$7" ] || exit 79; fi
        while read -r n p; do
            [ "$(size "../$p")" = "$n" ] || { echo "$p" >&2; exit 80; }
        done <"$s/names"
        put intent.json "$1"; flush .
        [ -z "$9" ] || put "holds/$4" "$9"
        put "channels/$4" "$5"; flush holds channels
        shown() { rm -f tmp/shown; cp "$s/$1" tmp/shown && flush tmp/shown; }
        linked() { rm -f tmp/shown; ln "$s/$1" tmp/shown; }
        all=262144
        while read -r n p; do
            case $n in -) rm -f "../$p"; flush ..; continue;; esac
            shown "$n" 2>/dev/null || { rm -f reserve; shown "$n" 2>/dev/null; } || linked "$n" || exit 74
            touch tmp/shown; chmod 644 tmp/shown; all=$((all + 2 * $(size tmp/shown)))
            case $p in */*) [ -d "../${p%/*}" ] || (umask 022; mkdir -p "../${p%/*}") || exit 74;; esac
            if [ tmp/shown -ef "../$p" ]; then rm -f tmp/shown; else mv -f tmp/shown "../$p" || exit 74; fi
            case $p in */*) flush "../${p%/*}";; *) flush ..;; esac
        done <"$s/order"
        append "$2" "$3"
        rm -f intent.json
        [ "$(size reserve || echo 0)" -ge $all ] || head -c $all /dev/zero >reserve 2>/dev/null || :
        """;

    /** Says the names and contents of the documents in a directory ($1) that end alike ($2). */
    static final String PAPERS = """
        LC_ALL=C; export LC_ALL
        cd -- "$1" 2>/dev/null || exit 66
        for f in *"$2"; do
            [ -f "./$f" ] && [ ! -h "./$f" ] || continue
            printf '%s\\0' "$f"; head -c 16777216 "./$f" | tr -d '\\000'; printf '\\0'
        done
        exit 0
        """;

    /** Says of each path below a directory ($1), named by the input, the bytes of the file there, {@code none} or {@code other}. */
    static final String SIZES = """
        LC_ALL=C; export LC_ALL
        cd -- "$1" 2>/dev/null || exit 66
        exec xargs -0 sh -c 'for f; do
            if [ -h "$f" ] || { [ -e "$f" ] && [ ! -f "$f" ]; }; then echo other
            elif [ -e "$f" ]; then stat -c %s "$f" || echo other
            else echo none; fi
        done' sh
        """;

    private FileScripts() {}
}

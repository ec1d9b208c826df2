package io.tidemark.kind.tree;

import java.util.regex.Pattern;

/**
 * A pattern for paths: {@code *} and {@code ?} within a name, {@code **} across directories. Without a slash it means the
 * name of a file or directory anywhere, with one the path from the root; a slash at the end means a directory.
 */
final class Glob {

    private final Pattern pattern;
    private final boolean anywhere;
    private final boolean directory;

    Glob(String text) {
        String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.directory = bare.length() < text.length();
        this.anywhere = bare.indexOf('/') < 0;
        this.pattern = Pattern.compile(regex(bare.startsWith("/") ? bare.substring(1) : bare));
    }

    boolean matches(String path, boolean isDirectory) {
        String tested = anywhere ? path.substring(path.lastIndexOf('/') + 1) : path;
        return (isDirectory || !directory) && pattern.matcher(tested).matches();
    }

    private static String regex(String glob) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**", i)) {
                out.append(".*");
                i++;
            } else if (c == '*') {
                out.append("[^/]*");
            } else if (c == '?') {
                out.append("[^/]");
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return out.toString();
    }
}

package io.tidemark.host.provision;

import java.util.List;

/** How far two texts are apart. */
final class Lines {

    private Lines() {}

    /** How many lines would have to be written or removed, a changed one counted once. */
    static int differing(String one, String other) {
        List<String> a = one.lines().toList();
        List<String> b = other.lines().toList();
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<String> left = a.subList(start, a.size() - end);
        List<String> right = b.subList(start, b.size() - end);
        return Math.max(left.size(), right.size()) - common(left, right);
    }

    /** Length of the longest common subsequence, for files of some hundred lines; of larger ones, none. */
    private static int common(List<String> a, List<String> b) {
        if ((long) a.size() * b.size() > 1 << 22) {
            return 0;
        }
        int[] before = new int[b.size() + 1];
        for (String line : a) {
            int[] now = new int[b.size() + 1];
            for (int j = 0; j < b.size(); j++) {
                now[j + 1] = line.equals(b.get(j)) ? before[j] + 1 : Math.max(before[j + 1], now[j]);
            }
            before = now;
        }
        return before[b.size()];
    }
}

package io.tidemark.host.check;

import java.util.List;

/** Whether a host reaches the upstreams, as it says itself. */
final class Outward {

    private Outward() {}

    static void tell(List<Upstream> targets, Sections said, Notes notes) {
        for (Upstream target : targets) {
            String begin = target.host() + " " + target.port() + " ";
            String answer = said.lines("out").stream()
                    .filter(line -> line.startsWith(begin))
                    .map(line -> line.substring(begin.length()).strip())
                    .findFirst()
                    .orElse("untried");
            tell(target, answer, notes);
        }
    }

    private static void tell(Upstream target, String answer, Notes notes) {
        String check = "out." + target.port();
        Object[] args = {"host", target.host(), "port", target.port()};
        switch (answer) {
            case "open" -> notes.good(check, "host.found.out", args);
            case "shut" -> {
                if (target.needed()) {
                    notes.add(check, Levels.danger(false), "host.found.out.needed", args);
                } else {
                    notes.info(check, "host.found.out.shut", args);
                }
            }
            default -> notes.info(check, "host.found.out.untried", args);
        }
    }
}

package io.tidemark.host.check;

import io.tidemark.model.HostReport;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings and figures as they come in. Used by one thread. */
final class Notes {

    private final List<HostReport.Finding> findings = new ArrayList<>();
    private final Map<String, Long> figures = new HashMap<>();

    void good(String check, String key, Object... args) {
        add(check, Severity.GOOD, key, args);
    }

    void info(String check, String key, Object... args) {
        add(check, Severity.INFO, key, args);
    }

    void warn(String check, String key, Object... args) {
        add(check, Severity.WARNING, key, args);
    }

    void add(String check, Severity severity, String key, Object... args) {
        findings.add(new HostReport.Finding(check, severity, Phrase.of(key, args)));
    }

    void figure(String name, long value) {
        figures.put(name, value);
    }

    List<HostReport.Finding> findings() {
        return List.copyOf(findings);
    }

    Map<String, Long> figures() {
        return Map.copyOf(figures);
    }
}

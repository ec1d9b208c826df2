package io.tidemark.ui.wizard;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person has agreed to while reading a plan.
 *
 * @param gates names of the gates to pass over
 * @param fingerprints fingerprints of the keys to trust
 */
record Consent(List<String> gates, List<String> fingerprints) {

    static final String BOOT_CRITICAL = "boot-critical";

    Consent {
        gates = List.copyOf(gates);
        fingerprints = List.copyOf(fingerprints);
    }

    static Consent none() {
        return new Consent(List.of(), List.of());
    }

    boolean has(String gate) {
        return gates.contains(gate);
    }

    /** The guards that an operation names one by one; allowing boot-critical changes is a field of its own. */
    List<String> guards() {
        return gates.stream().filter(gate -> !gate.equals(BOOT_CRITICAL)).toList();
    }

    Consent toPass(String gate) {
        return has(gate) ? this : new Consent(with(gates, gate), fingerprints);
    }

    Consent toTrust(List<String> keys) {
        List<String> all = new ArrayList<>(fingerprints);
        keys.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return new Consent(gates, all);
    }

    private static List<String> with(List<String> names, String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return all;
    }
}

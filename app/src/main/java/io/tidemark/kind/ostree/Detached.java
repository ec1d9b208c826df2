package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words about a commit that its name does not cover ({@code a{sv}}): its signatures. They are shown, not judged; judging
 * is for the program, which has the keys.
 *
 * @param gpg OpenPGP signatures, each by the key that it says made it, empty text where it does not say
 * @param ed25519 number of ed25519 signatures
 */
record Detached(List<String> gpg, int ed25519) {

    private static final int MOST_SIGNATURES = 64;

    Detached {
        gpg = List.copyOf(gpg);
    }

    static Detached none() {
        return new Detached(List.of(), 0);
    }

    static Detached read(byte[] object) throws Malformed {
        Map<String, Variant> values = Variant.of("a{sv}", object).dictionary();
        List<String> keys = new ArrayList<>();
        for (byte[] each : signatures(values, "ostree.gpgsigs")) {
            keys.add(OpenPgp.issuer(each));
        }
        return new Detached(keys, signatures(values, "ostree.sign.ed25519").size());
    }

    private static List<byte[]> signatures(Map<String, Variant> values, String name) throws Malformed {
        List<byte[]> all = new ArrayList<>();
        if (values.containsKey(name)) {
            Variant list = values.get(name).inner();
            if (list.count() > MOST_SIGNATURES) {
                throw new Malformed("more than " + MOST_SIGNATURES + " signatures");
            }
            for (int i = 0; i < list.count(); i++) {
                all.add(list.child(i).bytes());
            }
        }
        return all;
    }

    boolean signed() {
        return ed25519 > 0 || !gpg.isEmpty();
    }
}

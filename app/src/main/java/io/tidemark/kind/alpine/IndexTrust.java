package io.tidemark.kind.alpine;

import io.tidemark.kind.SurveyRequest;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out who signed each index and whether that key is trusted. A signature that no key explains is refused at once;
 * a key that nobody trusted is refused with its fingerprint, so that a person can compare it with what upstream publishes
 * elsewhere.
 */
final class IndexTrust {

    private final List<AlpineKey> pinned;
    private final Set<String> given;
    private final boolean changeAllowed;
    private final Set<String> before;
    private final KeyCandidates candidates;
    private final Fetch fetch;

    IndexTrust(SurveyRequest request, KeyCandidates candidates, Fetch fetch) {
        this.pinned = request.config().keys().stream()
                .flatMap(key -> AlpineKey.of(key).stream())
                .toList();
        this.given = request.trust().stream()
                .flatMap(each -> List.of(each.split("[,\\s]+")).stream())
                .map(AlpineKey::plain)
                .collect(Collectors.toUnmodifiableSet());
        this.changeAllowed = request.overrides().contains(AlpineGates.KEY_CHANGED);
        this.before = Attributes.list(request.base().orElse(VersionFacts.none()), Attributes.KEY_FINGERPRINTS);
        this.candidates = candidates;
        this.fetch = fetch;
    }

    /** The signer of every index; none of them is {@link Signer.Trust#UNKNOWN}. */
    List<Signer> signers(List<SignedIndex> indexes) throws ProblemException, InterruptedException {
        List<Signer> signers = new ArrayList<>();
        for (SignedIndex index : indexes) {
            signers.add(signer(index));
        }
        refuseUnknown(signers);
        return signers;
    }

    /** Keys that are trusted from now on and were not before. */
    List<PinnedKey> newKeys(List<Signer> signers) {
        Map<String, PinnedKey> keys = new LinkedHashMap<>();
        for (Signer signer : signers) {
            boolean accepted = signer.trust() == Signer.Trust.GIVEN
                    || (signer.trust() == Signer.Trust.CHANGED && changeAllowed && !isPinned(signer.key()));
            if (accepted) {
                keys.put(signer.fingerprint(), signer.key().pinned());
            }
        }
        return List.copyOf(keys.values());
    }

    private Signer signer(SignedIndex index) throws ProblemException, InterruptedException {
        if (index.signatures().isEmpty()) {
            throw refused("alpine.index.unsigned", index, "");
        }
        for (SignatureEntry signature : index.signatures()) {
            Optional<AlpineKey> known = first(pinned, index, signature);
            if (known.isPresent()) {
                boolean other =
                        !before.isEmpty() && !before.contains(known.get().fingerprint());
                Signer.Trust trust = other && !isGiven(known.get()) ? Signer.Trust.CHANGED : Signer.Trust.PINNED;
                return new Signer(index.section(), signature.algorithm(), known.get(), trust);
            }
        }
        for (SignatureEntry signature : index.signatures()) {
            Optional<AlpineKey> offered = first(candidates.named(signature.keyName()), index, signature);
            if (offered.isPresent()) {
                return new Signer(index.section(), signature.algorithm(), offered.get(), trust(offered.get()));
            }
        }
        throw unexplained(index);
    }

    private static Optional<AlpineKey> first(List<AlpineKey> keys, SignedIndex index, SignatureEntry signature) {
        return keys.stream().filter(key -> key.signed(index, signature)).findFirst();
    }

    private Signer.Trust trust(AlpineKey key) {
        if (isGiven(key)) {
            return Signer.Trust.GIVEN;
        }
        boolean another = !before.isEmpty() && !before.contains(key.fingerprint());
        boolean replaces = pinned.stream().anyMatch(known -> known.name().equals(key.name()));
        return another || replaces ? Signer.Trust.CHANGED : Signer.Trust.UNKNOWN;
    }

    private boolean isGiven(AlpineKey key) {
        return given.contains(AlpineKey.plain(key.fingerprint()));
    }

    private boolean isPinned(AlpineKey key) {
        return pinned.stream().anyMatch(known -> known.fingerprint().equals(key.fingerprint()));
    }

    /** No key verifies: either we have the key it names, and it lies, or nobody can say. */
    private ProblemException unexplained(SignedIndex index) throws InterruptedException {
        String name = index.signatures().getFirst().keyName();
        boolean known = pinned.stream().anyMatch(key -> key.name().equals(name))
                || !candidates.named(name).isEmpty();
        return refused(known ? "alpine.index.signature" : "alpine.key.missing", index, name);
    }

    private void refuseUnknown(List<Signer> signers) throws ProblemException {
        Map<String, String> unknown = new LinkedHashMap<>();
        for (Signer signer : signers) {
            if (signer.trust() == Signer.Trust.UNKNOWN) {
                unknown.put(signer.fingerprint(), signer.key().name());
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "alpine.key.unknown",
                    Problem.Category.REFUSED,
                    "object",
                    fetch.source().root(),
                    "name",
                    String.join(", ", Set.copyOf(unknown.values())),
                    "fingerprint",
                    String.join(",", unknown.keySet())));
        }
    }

    private ProblemException refused(String code, SignedIndex index, String name) {
        String shown = fetch.shown(index.section() + "/" + Layout.INDEX);
        return new ProblemException(Problem.of(code, Problem.Category.REFUSED, "object", shown, "name", name));
    }
}

package io.tidemark.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.KindInfo;
import io.tidemark.model.Operation;
import io.tidemark.model.Upstream;
import io.tidemark.ui.SampleEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private final List<KindInfo> kinds = SampleEngine.full().views().kinds();

    @Test
    void anUpdateLeavesTheNameToUpstreamUnlessOneIsTyped() {
        UpdateDraft draft = new UpdateDraft("alpine", false);
        assertEquals(Optional.empty(), update(draft, Consent.none()).version());
        draft.version.text().set(" 3.15.6 ");
        assertEquals(Optional.of("3.15.6"), update(draft, Consent.none()).version());
        assertTrue(draft.complete().get());
        draft.version.text().set("../3.15.6");
        assertFalse(draft.complete().get());
    }

    @Test
    void anUpdateMovesAChannelOnlyWhenThatWasChosen() {
        UpdateDraft draft = new UpdateDraft("alpine", false);
        draft.channel.text().set("testing");
        assertEquals(Optional.empty(), update(draft, Consent.none()).promote());
        draft.promote.set(true);
        assertEquals(Optional.of("testing"), update(draft, Consent.none()).promote());
    }

    @Test
    void onlyADifferenceFromThePolicyOfGraceIsSaid() {
        UpdateDraft draft = new UpdateDraft("alpine", true);
        assertEquals(Optional.empty(), update(draft, Consent.none()).grace());
        draft.grace.set(false);
        assertEquals(Optional.of(false), update(draft, Consent.none()).grace());
    }

    @Test
    void consentGoesWhereTheOperationWantsIt() {
        Consent consent =
                Consent.none().toPass("shrank").toPass(Consent.BOOT_CRITICAL).toTrust(List.of("SHA256:ab"));
        Operation.Update update = update(new UpdateDraft("alpine", false), consent);
        assertTrue(update.allowBootCritical());
        assertEquals(List.of("shrank"), update.overrides());
        assertEquals(List.of("SHA256:ab"), update.trust());
    }

    @Test
    void agreeingTwiceSaysItOnce() {
        Consent consent = Consent.none()
                .toPass("older")
                .toPass("older")
                .toTrust(List.of("a"))
                .toTrust(List.of("a"));
        assertEquals(new Consent(List.of("older"), List.of("a")), consent);
    }

    @Test
    void pruningNamesVersionsOrANumberNeverBoth() {
        PruneDraft draft = new PruneDraft("alpine");
        assertFalse(draft.complete().get());
        draft.versions.add("3.14.3");
        assertEquals(new Operation.Prune("alpine", List.of("3.14.3"), 0), draft.operation(Consent.none()));
        draft.byNumber.set(true);
        draft.keep.set(4);
        assertEquals(new Operation.Prune("alpine", List.of(), 4), draft.operation(Consent.none()));
    }

    @Test
    void aPinnedVersionIsUnpinned() {
        PinDraft draft = new PinDraft("alpine");
        draft.version.preset("3.15.0");
        assertInstanceOf(Operation.Pin.class, draft.operation(Consent.none()));
        draft.keep.set(false);
        assertEquals(new Operation.Unpin("alpine", "3.15.0"), draft.operation(Consent.none()));
    }

    @Test
    void optionsOfAKindBecomeAnUpstream() {
        UpstreamDraft draft = new UpstreamDraft();
        draft.kind().set(kinds.getFirst());
        assertFalse(draft.complete(true).get());
        draft.preset(new Upstream("https://mirror.example.org/alpine", Map.of("branch", List.of("v3.15"))));
        assertTrue(draft.complete(true).get());
        Upstream upstream = draft.upstream();
        assertEquals(List.of("v3.15"), upstream.all("branch"));
        assertEquals(List.of("main", "community", "releases"), upstream.all("repos"));
        assertFalse(upstream.options().containsKey("prefix"));
    }

    @Test
    void aListMayBeSeparatedByCommasOrSpaces() {
        OptionDraft repos = new OptionDraft(kinds.getFirst().options().get(2));
        repos.text().set("main,community  releases,");
        assertEquals(List.of("main", "community", "releases"), repos.values());
    }

    @Test
    void adoptionTakesOverWhatWasFound() throws Exception {
        SampleEngine engine = SampleEngine.full();
        AdoptDraft draft = new AdoptDraft();
        draft.dir.text().set("/srv/mirror/alpine");
        assertFalse(draft.complete().get());
        draft.accept(engine.views().recognise("/srv/mirror/alpine", null), kinds);
        assertTrue(draft.complete().get());
        Operation.Adopt adopt = assertInstanceOf(Operation.Adopt.class, draft.operation(Consent.none()));
        assertEquals("alpine", adopt.kind());
        assertTrue(adopt.disableWriters());
        assertEquals(Map.of(), adopt.exchange());
        draft.exchange.put("panoptiscan", "");
        assertFalse(draft.complete().get());
    }

    private static Operation.Update update(UpdateDraft draft, Consent consent) {
        return assertInstanceOf(Operation.Update.class, draft.operation(consent));
    }
}

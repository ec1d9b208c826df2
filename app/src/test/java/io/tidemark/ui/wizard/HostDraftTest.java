package io.tidemark.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Host;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Operation;
import io.tidemark.ui.SampleEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostDraftTest {

    private final Map<String, Host> hosts = new LinkedHashMap<>();

    @BeforeEach
    void read() throws Exception {
        for (Host host : SampleEngine.full().engine().hosts().list()) {
            hosts.put(host.name(), host);
        }
    }

    @Test
    void publishingNeedsAHostARepositoryAndAVersion() {
        HostDraft draft = draft(HostDraft.Deed.PUBLISH);
        assertFalse(draft.complete().get());
        draft.version.text().set("3.15.5");
        assertTrue(draft.complete().get());
        draft.host.text().set("nowhere");
        assertFalse(draft.complete().get());
        draft.host.text().set("lyon-1");
        assertEquals(new Operation.Publish("alpine", hosts.get("lyon-1"), "3.15.5"), draft.operation(Consent.none()));
    }

    @Test
    void rollingBackGoesToTheLastGoodVersionUnlessOneIsChosen() {
        HostDraft draft = draft(HostDraft.Deed.ROLLBACK);
        assertFalse(draft.complete().get());
        draft.channel.text().set("latest-stable");
        assertTrue(draft.complete().get());
        assertEquals(
                new Operation.RollbackThere(hosts.get("lyon-1"), "alpine", "latest-stable", Optional.empty(), true, ""),
                draft.operation(Consent.none()));
        draft.version.text().set("3.15.3");
        draft.hold.set(false);
        assertEquals(
                new Operation.RollbackThere(
                        hosts.get("lyon-1"), "alpine", "latest-stable", Optional.of("3.15.3"), false, ""),
                draft.operation(Consent.none()));
    }

    @Test
    void aProfileComesOutOfItsFormAsItWentIn() {
        Host host = hosts.get("lyon-1");
        HostProfile profile = host.profile().orElseThrow();
        assertEquals(profile, new ProfileForm(host, profile, profile.trees()).profile());
    }

    @Test
    void aMirrorOfTheSecondTierFetchesEveryTreeFromTheSamePlace() {
        Host host = hosts.get("paris-2");
        HostProfile profile = host.profile().orElseThrow();
        HostProfile pulling = new HostProfile(
                profile.account(),
                profile.home(),
                profile.root(),
                profile.trees(),
                profile.web(),
                profile.connections(),
                profile.ftp(),
                List.of(new HostProfile.Pull("antivirus-data", "rsync://paris-1.example.org/antivirus-data", 4, 17)),
                profile.firewall(),
                profile.ignored());
        List<HostProfile.Pull> pulls =
                new ProfileForm(host, pulling, profile.trees()).profile().pulls();
        assertEquals(
                List.of(
                        "rsync://paris-1.example.org/alpine-thin-clients",
                        "rsync://paris-1.example.org/antivirus-data"),
                pulls.stream().map(HostProfile.Pull::from).toList());
        assertEquals(List.of(4, 4), pulls.stream().map(HostProfile.Pull::hours).toList());
    }

    @Test
    void aHostIsWhatWasTyped() {
        AddHost typed = new AddHost();
        typed.name.text().set("brest-2");
        typed.address.text().set("10.20.9.12");
        typed.root.text().set("/srv/mirror");
        typed.groups.text().set("west, schools");
        typed.port.text().set("70000");
        assertFalse(typed.port.valid().get());
        typed.port.text().set("2222");
        assertTrue(typed.port.valid().get());
        Host host = typed.host();
        assertEquals(2222, host.port());
        assertEquals(List.of("west", "schools"), host.groups());
        assertEquals(Optional.empty(), host.fingerprint());
    }

    private HostDraft draft(HostDraft.Deed deed) {
        HostDraft draft = new HostDraft(deed, hosts);
        draft.host.text().set("lyon-1");
        draft.repository.text().set("alpine");
        return draft;
    }
}

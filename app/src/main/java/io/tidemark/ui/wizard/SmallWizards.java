package io.tidemark.ui.wizard;

import io.tidemark.model.Channel;
import io.tidemark.model.Outcome;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The wizards with one page of choices: sync, snapshot, verify, seal, share storage, release a hold, pin. */
final class SmallWizards {

    private final Facts facts;
    private final Ui ui;
    private final NextSteps next;

    SmallWizards(Facts facts, NextSteps next, Ui ui) {
        this.facts = facts;
        this.ui = ui;
        this.next = next;
    }

    Recipe sync() {
        SyncDraft draft = new SyncDraft(facts.name());
        List<Version> staged = facts.in(VersionState.STAGED);
        staged.stream().findFirst().ifPresent(version -> draft.version.preset(version.name()));
        Form form = new Form()
                .intro(ui.text("wizard.sync.intro"))
                .text(
                        ui.text("wizard.sync.version"),
                        draft.version,
                        ui.text(staged.isEmpty() ? "wizard.sync.version.new" : "wizard.sync.version.continue"),
                        ui.text("wizard.wrong.version"))
                .add(new UpstreamCard(facts, ui));
        OptionPage page = new OptionPage(
                ui.text("wizard.sync.page"),
                draft.version.shown().map(name -> name.isEmpty() ? ui.text("wizard.update.version.upstream") : name),
                draft.version.valid(),
                form);
        return recipe(Feather.REFRESH_CW, "sync", draft, List.of(page), _ -> List.of(next.update()));
    }

    Recipe snapshot(Optional<String> from) {
        SnapshotDraft draft = new SnapshotDraft(facts.name());
        List<Version> sealed = facts.in(VersionState.SEALED);
        draft.from.preset(
                from.or(() -> sealed.stream().findFirst().map(Version::name)).orElse(""));
        Form form = new Form()
                .intro(ui.text("wizard.snapshot.intro"))
                .field(
                        ui.text("wizard.snapshot.from"),
                        new VersionBox(sealed, draft.from.text(), ui),
                        ui.text("wizard.snapshot.from.help"))
                .text(
                        ui.text("wizard.snapshot.to"),
                        draft.to,
                        ui.text("wizard.snapshot.to.help"),
                        ui.text("wizard.wrong.version"));
        OptionPage page = new OptionPage(ui.text("wizard.snapshot.page"), draft.to.shown(), draft.complete(), form);
        return recipe(Feather.CAMERA, "snapshot", draft, List.of(page), this::afterSnapshot);
    }

    Recipe verify(Optional<String> version) {
        VerifyDraft draft = new VerifyDraft(facts.name());
        draft.version.preset(version.orElse(""));
        List<Version> sealed = facts.versionsThat(
                each -> each.state() == VersionState.SEALED || each.state() == VersionState.QUARANTINED);
        ObjectProperty<Boolean> one = new SimpleObjectProperty<>(version.isPresent());
        VersionBox box = new VersionBox(sealed, draft.version.text(), ui);
        one.addListener((_, _, single) -> draft.version.text().set(single ? name(box.getValue()) : ""));
        if (box.getValue() == null) {
            box.getSelectionModel().selectFirst();
            draft.version.text().set("");
        }
        RadioCards<Boolean> cards = new RadioCards<>(one)
                .card(true, Feather.ARCHIVE, ui.text("wizard.verify.one"), ui.text("wizard.verify.one.help"), box)
                .card(false, Feather.SHIELD, ui.text("wizard.verify.all"), ui.text("wizard.verify.all.help"));
        OptionPage page = new OptionPage(
                ui.text("wizard.verify.page"),
                draft.version.shown().map(name -> name.isEmpty() ? ui.text("wizard.verify.every") : name),
                draft.version.valid(),
                new Form().intro(ui.text("wizard.verify.intro")).add(cards));
        return recipe(Feather.SHIELD, "verify", draft, List.of(page), _ -> List.of(next.open()));
    }

    Recipe seal(List<String> versions) {
        SealDraft draft = new SealDraft(facts.name());
        List<Version> adopted = facts.in(VersionState.ADOPTED);
        adopted.stream()
                .map(Version::name)
                .filter(name -> versions.isEmpty() || versions.contains(name))
                .forEach(draft.versions::add);
        TickList ticks = new TickList(adopted, draft.versions, ui);
        OptionPage page = new OptionPage(
                ui.text("wizard.seal.page"),
                ticks.summary(),
                draft.complete(),
                adopted.isEmpty()
                        ? allSealed()
                        : new Form().intro(ui.text("wizard.seal.intro")).add(ticks));
        return recipe(Feather.ARCHIVE, "seal", draft, List.of(page), _ -> List.of(next.share(), next.open()));
    }

    Recipe shareCopies() {
        return recipe(Feather.COPY, "share", new ShareDraft(facts.name()), List.of(), _ -> List.of(next.open()));
    }

    Recipe release(String channel) {
        ReleaseDraft draft = new ReleaseDraft(facts.name());
        draft.channel.preset(channel);
        Form form = new Form();
        facts.channel(channel)
                .flatMap(Channel::hold)
                .ifPresent(hold -> form.add(new InlineNote(
                        Tone.WARNING,
                        Feather.LOCK,
                        ui.text(
                                "wizard.release.held",
                                "channel",
                                channel,
                                "actor",
                                hold.actor(),
                                "since",
                                hold.since()),
                        hold.reason().isEmpty()
                                ? ui.text("wizard.release.reason.none")
                                : ui.text("wizard.quoted", "text", hold.reason()))));
        form.intro(ui.text("wizard.release.intro", "channel", channel))
                .text(ui.text("wizard.reason"), draft.reason, ui.text("wizard.reason.help"), "");
        OptionPage page = new OptionPage(ui.text("wizard.release.page"), draft.channel.shown(), draft.complete(), form);
        return recipe(Feather.UNLOCK, "release", draft, List.of(page), _ -> afterRelease(channel));
    }

    Recipe pin(String version) {
        PinDraft draft = new PinDraft(facts.name());
        draft.version.preset(version);
        Optional<String> pinned = facts.version(version).flatMap(Version::pin);
        draft.keep.set(pinned.isEmpty());
        Form form = new Form();
        if (pinned.isPresent()) {
            form.intro(ui.text("wizard.unpin.intro", "version", version, "reason", pinned.get()));
        } else {
            form.intro(ui.text("wizard.pin.intro", "version", version))
                    .text(ui.text("wizard.reason"), draft.reason, ui.text("wizard.pin.reason.help"), "");
        }
        OptionPage page = new OptionPage(ui.text("wizard.pin.page"), draft.version.shown(), draft.complete(), form);
        return recipe(
                Feather.MAP_PIN, pinned.isPresent() ? "unpin" : "pin", draft, List.of(page), _ -> List.of(next.open()));
    }

    private Form allSealed() {
        return new Form().add(new InlineNote(Tone.SUCCESS, Feather.ARCHIVE, ui.text("wizard.seal.all")));
    }

    private List<Node> afterSnapshot(Outcome outcome) {
        List<Node> buttons = new ArrayList<>();
        outcome.version().ifPresent(made -> buttons.add(next.promote(made)));
        buttons.add(next.open());
        return buttons;
    }

    private List<Node> afterRelease(String channel) {
        Optional<String> newest = facts.status().newest();
        boolean behind = newest.isPresent()
                && !facts.channel(channel).flatMap(Channel::target).equals(newest);
        return behind ? List.of(next.promote(newest.get()), next.open()) : List.of(next.open());
    }

    private Recipe recipe(
            Feather ikon, String key, Draft draft, List<OptionPage> pages, Function<Outcome, List<Node>> buttons) {
        Recipe.Title title = new Recipe.Title(
                ikon,
                ui.text("wizard." + key + ".title", "name", facts.name()),
                ui.text("wizard." + key + ".start"),
                ui.text("wizard." + key + ".last"));
        return new Recipe(title, draft, pages, new Recipe.Ending(Sequel.NONE, buttons));
    }

    private static String name(Version version) {
        return version == null ? "" : version.name();
    }
}

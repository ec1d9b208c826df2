package io.tidemark.ui.wizard;

import io.tidemark.model.HostReport;
import io.tidemark.model.Outcome;
import io.tidemark.model.Version;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.kordamp.ikonli.feather.Feather;

/** The wizards that do something on a host: publish, switch, roll back, release, set up. */
final class HostWizards {

    private final HostFacts facts;
    private final Ui ui;
    private final Wizards wizards;

    HostWizards(HostFacts facts, Ui ui, Wizards wizards) {
        this.facts = facts;
        this.ui = ui;
        this.wizards = wizards;
    }

    Recipe publish(String repository, Optional<String> version, Optional<String> host) {
        HostDraft draft = new HostDraft(HostDraft.Deed.PUBLISH, facts.hosts());
        draft.host.preset(
                host.or(() -> facts.hosts().keySet().stream().findFirst()).orElse(""));
        draft.repository.preset(
                repository.isEmpty()
                        ? facts.sealed().keySet().stream().findFirst().orElse("")
                        : repository);
        List<Version> versions = facts.sealed().getOrDefault(draft.repository.trimmed(), List.of());
        draft.version.preset(version.or(() -> versions.stream().findFirst().map(Version::name))
                .orElse(""));
        VersionBox box = new VersionBox(versions, draft.version.text(), ui);
        ComboBox<String> repositories =
                box(draft.repository.text(), List.copyOf(facts.sealed().keySet()));
        repositories.valueProperty().addListener((_, _, name) -> offer(box, name));
        Form form = new Form()
                .intro(ui.text("wizard.host-publish.intro"))
                .field(
                        ui.text("wizard.host.host"),
                        box(draft.host.text(), List.copyOf(facts.hosts().keySet())),
                        "")
                .field(ui.text("wizard.host.repository"), repositories, "")
                .field(ui.text("wizard.host.version"), box, ui.text("wizard.host-publish.version.help"));
        return recipe(Feather.UPLOAD_CLOUD, "host-publish", draft, form, outcome -> published(draft, outcome));
    }

    Recipe switchThere(String host, String repository, Optional<String> version) {
        HostDraft draft = new HostDraft(HostDraft.Deed.SWITCH, facts.hosts());
        draft.host.preset(host);
        draft.repository.preset(repository);
        List<String> there = versions(host, repository);
        draft.version.preset(version.orElse(there.isEmpty() ? "" : there.getLast()));
        List<String> channels = facts.channels(host, repository);
        likely(channels, draft.version.trimmed()).ifPresent(draft.channel::preset);
        ComboBox<String> channel = box(draft.channel.text(), channels);
        channel.setEditable(true);
        channel.getEditor().textProperty().bindBidirectional(draft.channel.text());
        Form form = new Form()
                .intro(ui.text("wizard.host-switch.intro", "host", host))
                .field(ui.text("wizard.host.version"), box(draft.version.text(), there.reversed()), "")
                .field(ui.text("wizard.host.channel"), channel, ui.text("wizard.host-switch.channel.help"))
                .text(ui.text("wizard.reason"), draft.reason, ui.text("wizard.reason.help"), "");
        return recipe(Feather.ARROW_UP_CIRCLE, "host-switch", draft, form, outcome -> List.of(open(host)));
    }

    Recipe rollbackThere(String host, String repository, String channel) {
        HostDraft draft = new HostDraft(HostDraft.Deed.ROLLBACK, facts.hosts());
        draft.host.preset(host);
        draft.repository.preset(repository);
        draft.channel.preset(channel);
        List<String> choices = new ArrayList<>(List.of(""));
        choices.addAll(versions(host, repository).reversed());
        ComboBox<String> to = box(draft.version.text(), choices);
        to.setConverter(new Named(ui.text("wizard.host-rollback.last-good")));
        Form form = new Form()
                .add(new InlineNote(
                        Tone.DANGER,
                        Feather.MONITOR,
                        ui.text("wizard.host-rollback.intro", "host", host, "channel", channel)))
                .field(ui.text("wizard.host-rollback.to"), to, ui.text("wizard.host-rollback.to.help"))
                .add(Form.checkBox(ui.text("wizard.host-rollback.hold"), draft.hold))
                .text(ui.text("wizard.reason"), draft.reason, ui.text("wizard.reason.help"), "");
        return recipe(Feather.ROTATE_CCW, "host-rollback", draft, form, outcome -> List.of(open(host)));
    }

    Recipe releaseThere(String host, String repository, String channel) {
        HostDraft draft = new HostDraft(HostDraft.Deed.RELEASE, facts.hosts());
        draft.host.preset(host);
        draft.repository.preset(repository);
        draft.channel.preset(channel);
        Form form = new Form()
                .intro(ui.text("wizard.host-release.intro", "host", host, "channel", channel))
                .text(ui.text("wizard.reason"), draft.reason, ui.text("wizard.reason.help"), "");
        return recipe(Feather.UNLOCK, "host-release", draft, form, outcome -> List.of(open(host)));
    }

    Recipe provision(String host) {
        HostDraft draft = new HostDraft(HostDraft.Deed.PROVISION, facts.hosts());
        draft.host.preset(host);
        return new Recipe(
                title(Feather.SERVER, "host-provision", host),
                draft,
                List.of(),
                new Recipe.Ending(Sequel.NONE, outcome -> List.of(open(host))));
    }

    private Recipe recipe(Feather ikon, String key, HostDraft draft, Form form, Function<Outcome, List<Node>> next) {
        OptionPage page =
                new OptionPage(ui.text("wizard." + key + ".page"), draft.host.shown(), draft.complete(), form);
        return new Recipe(
                title(ikon, key, draft.host.trimmed()), draft, List.of(page), new Recipe.Ending(Sequel.NONE, next));
    }

    private Recipe.Title title(Feather ikon, String key, String host) {
        return new Recipe.Title(
                ikon,
                ui.text("wizard." + key + ".title", "host", host),
                ui.text("wizard." + key + ".start"),
                ui.text("wizard." + key + ".last"),
                key.equals("host-rollback"));
    }

    private void offer(VersionBox box, String repository) {
        box.getItems().setAll(facts.sealed().getOrDefault(repository, List.of()));
        box.getSelectionModel().selectFirst();
    }

    private List<Node> published(HostDraft draft, Outcome outcome) {
        Node next = Buttons.plain(
                ui.text("host.switch"),
                Feather.ARROW_UP_CIRCLE,
                () -> wizards.switchThere(draft.host.trimmed(), draft.repository.trimmed(), outcome.version()));
        return List.of(next, open(draft.host.trimmed()));
    }

    private Node open(String host) {
        return Buttons.plain(ui.text("wizard.host.open"), Feather.SERVER, () -> {
            ui.desk().overlay().close();
            ui.go(new Place.Host(host, Place.Host.Tab.VERSIONS));
        });
    }

    private List<String> versions(String host, String repository) {
        return facts.copy(host, repository).map(HostReport.Copy::versions).orElse(List.of()).stream()
                .filter(version -> version.complete() && !version.rootDigest().isEmpty())
                .map(HostReport.CopiedVersion::name)
                .toList();
    }

    /** Series are called as their images are, so the one most like the version; else the first. */
    private static Optional<String> likely(List<String> channels, String version) {
        return channels.stream().reduce((one, other) -> common(other, version) > common(one, version) ? other : one);
    }

    private static int common(String one, String other) {
        int length = Math.min(one.length(), other.length());
        return (int) IntStream.range(0, length)
                .takeWhile(i -> one.charAt(i) == other.charAt(i))
                .count();
    }

    private static ComboBox<String> box(Property<String> value, List<String> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(value.getValue());
        box.valueProperty().addListener((_, _, chosen) -> value.setValue(chosen == null ? "" : chosen));
        return box;
    }

    /** Says something where nothing was chosen. */
    private static final class Named extends javafx.util.StringConverter<String> {

        private final String none;

        Named(String none) {
            this.none = none;
        }

        @Override
        public String toString(String version) {
            return version == null || version.isEmpty() ? none : version;
        }

        @Override
        public String fromString(String shown) {
            return shown.equals(none) ? "" : shown;
        }
    }
}

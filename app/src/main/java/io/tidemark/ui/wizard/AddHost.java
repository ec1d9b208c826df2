package io.tidemark.ui.wizard;

import io.tidemark.model.Host;
import io.tidemark.ui.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kordamp.ikonli.feather.Feather;

/** What a new host is told: name, where it is, as whom, where its repositories lie, its key, and what it belongs to. */
final class AddHost {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int MOST_PORT = 65_535;

    final Choice name = Choice.required(text -> NAME.matcher(text).matches());
    final Choice address = Choice.required(text -> text.chars().noneMatch(Character::isWhitespace));
    final Choice port = Choice.optional(AddHost::isPort);
    final Choice user = Choice.free();
    final Choice root = Choice.required(text -> text.startsWith("/") && text.length() > 1);
    final Choice fingerprint = Choice.optional(text -> text.startsWith("SHA256:"));
    final Choice groups = Choice.free();
    final Choice tags = Choice.free();
    final ObjectProperty<Host.Role> role = new SimpleObjectProperty<>(Host.Role.TIER1);

    Form form(Ui ui) {
        return new Form()
                .intro(ui.text("wizard.add-host.intro"))
                .text(ui.text("host.fact.name"), name, ui.text("wizard.add-host.name.help"), wrong(ui))
                .text(ui.text("host.fact.address"), address, ui.text("wizard.add-host.address.help"), wrong(ui))
                .text(ui.text("host.fact.port"), port, ui.text("wizard.add-host.port.help"), wrong(ui))
                .text(ui.text("host.fact.user"), user, ui.text("wizard.add-host.user.help"), wrong(ui))
                .text(ui.text("host.fact.root"), root, ui.text("wizard.add-host.root.help"), wrong(ui))
                .text(
                        ui.text("host.fact.fingerprint"),
                        fingerprint,
                        ui.text("wizard.add-host.fingerprint.help"),
                        wrong(ui))
                .add(new RadioCards<>(role)
                        .card(
                                Host.Role.TIER1,
                                Feather.UPLOAD_CLOUD,
                                ui.text("host.role.TIER1"),
                                ui.text("wizard.add-host.tier1"))
                        .card(
                                Host.Role.TIER2,
                                Feather.DOWNLOAD_CLOUD,
                                ui.text("host.role.TIER2"),
                                ui.text("wizard.add-host.tier2")))
                .text(ui.text("host.fact.groups"), groups, ui.text("wizard.add-host.groups.help"), "")
                .text(ui.text("host.fact.tags"), tags, ui.text("wizard.add-host.groups.help"), "");
    }

    Host host() {
        return new Host(
                name.trimmed(),
                address.trimmed(),
                port.given().map(Integer::parseInt).orElse(0),
                user.trimmed(),
                root.trimmed(),
                fingerprint.given(),
                role.get(),
                words(groups.trimmed()),
                words(tags.trimmed()),
                Optional.empty());
    }

    private static String wrong(Ui ui) {
        return ui.text("wizard.add-host.wrong");
    }

    private static boolean isPort(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.length() < 6
                && Integer.parseInt(text) > 0
                && Integer.parseInt(text) <= MOST_PORT;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

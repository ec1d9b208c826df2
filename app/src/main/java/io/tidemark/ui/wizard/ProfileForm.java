package io.tidemark.ui.wizard;

import io.tidemark.model.Host;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostProfile.Tls;
import io.tidemark.model.HostProfile.Tree;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a host should be: what it publishes, by which servers, under which name, with which certificate. */
final class ProfileForm {

    private enum Certificate {
        NONE,
        CERTBOT,
        OWN
    }

    private final Host host;
    private final HostProfile given;
    private final Map<Tree, BooleanProperty> trees = new LinkedHashMap<>();
    private final Choice name = Choice.required(text -> text.chars().noneMatch(Character::isWhitespace));
    private final Choice port = Choice.required(text -> text.matches("[0-9]{1,5}"));
    private final Choice account = Choice.required(text -> text.matches("[a-z_][a-z0-9_-]{0,30}"));
    private final Choice mail = Choice.optional(text -> text.contains("@"));
    private final Choice certificate = Choice.optional(text -> text.startsWith("/"));
    private final Choice key = Choice.optional(text -> text.startsWith("/"));
    private final Choice from = Choice.optional(text -> text.startsWith("rsync://"));
    private final Choice hours = Choice.required(text -> text.matches("[1-9]|1[0-9]|2[0-4]"));
    private final ObjectProperty<HostProfile.WebServer> server;
    private final ObjectProperty<Certificate> tls;
    private final BooleanProperty ftp;
    private final BooleanProperty firewall;

    /**
     * A form filled with a profile.
     *
     * @param all trees that could be published beside those of the profile
     */
    ProfileForm(Host host, HostProfile given, List<Tree> all) {
        this.host = host;
        this.given = given;
        given.trees().forEach(tree -> trees.put(tree, new SimpleBooleanProperty(true)));
        all.stream()
                .filter(tree -> given.tree(tree.name()).isEmpty())
                .forEach(tree -> trees.put(tree, new SimpleBooleanProperty(false)));
        name.preset(given.web().name());
        port.preset(Integer.toString(given.web().port()));
        account.preset(given.account());
        server = new SimpleObjectProperty<>(given.web().server());
        ftp = new SimpleBooleanProperty(given.ftp());
        firewall = new SimpleBooleanProperty(given.firewall());
        tls = new SimpleObjectProperty<>(
                switch (given.web().tls()) {
                    case Tls.None() -> Certificate.NONE;
                    case Tls.Certbot(String to) -> {
                        mail.preset(to);
                        yield Certificate.CERTBOT;
                    }
                    case Tls.Own(String file, String secret) -> {
                        certificate.preset(file);
                        key.preset(secret);
                        yield Certificate.OWN;
                    }
                });
        hours.preset("6");
        given.pulls().stream().findFirst().ifPresent(pull -> {
            from.preset(pull.from().substring(0, Math.max(0, pull.from().lastIndexOf('/'))));
            hours.preset(Integer.toString(pull.hours()));
        });
    }

    Form form(Ui ui) {
        VBox ticks = new VBox(6);
        trees.forEach((tree, on) -> ticks.getChildren()
                .add(new VBox(1, Form.checkBox(tree.name(), on), Words.plain(tree.path(), "muted", "small", "code"))));
        String wrong = ui.text("wizard.add-host.wrong");
        Form form = new Form()
                .intro(ui.text("wizard.profile.intro", "host", host.name()))
                .field(ui.text("wizard.profile.trees"), ticks, "")
                .field(ui.text("wizard.profile.server"), servers(ui), "")
                .text(ui.text("wizard.profile.name"), name, ui.text("wizard.profile.name.help"), wrong)
                .text(ui.text("wizard.profile.port"), port, ui.text("wizard.profile.port.help"), wrong)
                .field(ui.text("wizard.profile.tls"), certificates(ui), "")
                .text(ui.text("wizard.profile.account"), account, ui.text("wizard.profile.account.help"), wrong)
                .add(Form.checkBox(ui.text("wizard.profile.ftp"), ftp))
                .add(Form.checkBox(ui.text("wizard.profile.firewall"), firewall));
        if (host.role() == Host.Role.TIER2) {
            form.text(ui.text("wizard.profile.from"), from, ui.text("wizard.profile.from.help"), wrong)
                    .text(ui.text("wizard.profile.hours"), hours, ui.text("wizard.profile.hours.help"), wrong);
        }
        return form;
    }

    private RadioCards<HostProfile.WebServer> servers(Ui ui) {
        return new RadioCards<>(server)
                .card(HostProfile.WebServer.NGINX, Feather.GLOBE, "nginx", ui.text("wizard.profile.nginx"))
                .card(HostProfile.WebServer.APACHE, Feather.GLOBE, "Apache httpd", ui.text("wizard.profile.apache"));
    }

    private RadioCards<Certificate> certificates(Ui ui) {
        return new RadioCards<>(tls)
                .card(
                        Certificate.NONE,
                        Feather.UNLOCK,
                        ui.text("wizard.profile.tls.none"),
                        ui.text("wizard.profile.tls.none.help"))
                .card(
                        Certificate.CERTBOT,
                        Feather.SHIELD,
                        ui.text("wizard.profile.tls.certbot"),
                        ui.text("wizard.profile.tls.certbot.help"),
                        Form.textField(mail.text()))
                .card(
                        Certificate.OWN,
                        Feather.KEY,
                        ui.text("wizard.profile.tls.own"),
                        ui.text("wizard.profile.tls.own.help"),
                        new VBox(6, Form.textField(certificate.text()), Form.textField(key.text())));
    }

    ObservableBooleanValue complete() {
        return Bindings.createBooleanBinding(
                this::filled,
                name.text(),
                port.text(),
                account.text(),
                mail.text(),
                certificate.text(),
                key.text(),
                from.text(),
                hours.text(),
                tls);
    }

    private boolean filled() {
        boolean certified =
                switch (tls.get()) {
                    case NONE -> true;
                    case CERTBOT -> mail.given().isPresent() && mail.valid().get();
                    case OWN ->
                        certificate.given().isPresent()
                                && key.given().isPresent()
                                && certificate.valid().get()
                                && key.valid().get();
                };
        return certified
                && name.valid().get()
                && port.valid().get()
                && account.valid().get()
                && from.valid().get()
                && hours.valid().get();
    }

    HostProfile profile() {
        List<Tree> chosen = trees.entrySet().stream()
                .filter(entry -> entry.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
        HostProfile.Web web = new HostProfile.Web(
                server.get(), name.trimmed(), given.web().address(), Integer.parseInt(port.trimmed()), tls());
        return new HostProfile(
                account.trimmed(),
                given.home(),
                given.root(),
                chosen,
                web,
                given.connections(),
                ftp.get(),
                pulls(chosen),
                firewall.get(),
                given.ignored());
    }

    private Tls tls() {
        return switch (tls.get()) {
            case NONE -> new Tls.None();
            case CERTBOT -> new Tls.Certbot(mail.trimmed());
            case OWN -> new Tls.Own(certificate.trimmed(), key.trimmed());
        };
    }

    /** Trees come one after another, so that they do not all ask at once. */
    private List<HostProfile.Pull> pulls(List<Tree> chosen) {
        if (host.role() != Host.Role.TIER2 || from.given().isEmpty()) {
            return host.role() == Host.Role.TIER2 ? List.of() : given.pulls();
        }
        List<HostProfile.Pull> pulls = new ArrayList<>();
        for (Tree tree : chosen) {
            int minute = Math.floorMod(host.name().hashCode() + pulls.size() * 7, 60);
            String url = from.trimmed().replaceAll("/+$", "") + "/" + tree.name();
            pulls.add(new HostProfile.Pull(tree.name(), url, Integer.parseInt(hours.trimmed()), minute));
        }
        return pulls;
    }
}

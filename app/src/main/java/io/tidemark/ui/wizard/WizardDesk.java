package io.tidemark.ui.wizard;

import io.tidemark.model.Host;
import io.tidemark.model.HostProfile;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;

/** Opens the wizards in the overlay of the window. Each first reads what it must know of its repository. */
public final class WizardDesk implements Wizards {

    private final Ui ui;
    private final Optional<Demo> demo;

    /** The wizards of a window; without a demonstration none is offered. */
    public WizardDesk(Ui ui, Optional<Demo> demo) {
        this.ui = ui;
        this.demo = demo;
    }

    @Override
    public void add() {
        ui.bridge().call(_ -> ui.engine().views().kinds(), kinds -> add(kinds, AddWizard.Way.ADOPT));
    }

    @Override
    public void addHost() {
        AddHost fresh = new AddHost();
        var go = Buttons.primary(ui.text("wizard.add-host.start"), Feather.PLUS, () -> {});
        ObservableBooleanValue complete = Bindings.and(fresh.name.valid(), fresh.address.valid())
                .and(fresh.port.valid())
                .and(fresh.root.valid())
                .and(fresh.fingerprint.valid());
        new FormDialog(ui, Feather.SERVER, ui.text("ui.host.add"), fresh.form(ui), go)
                .does(complete, job -> ui.engine().hosts().add(fresh.host(), job), this::added)
                .open();
    }

    private void added(Host host) {
        ui.desk().fleet().refresh();
        ui.desk().fleet().check(host.name());
        ui.go(Place.host(host.name()));
    }

    @Override
    public void profile(String host) {
        ui.bridge().call(_ -> described(host), this::profile);
    }

    private Described described(String name) throws ProblemException {
        Host host = ui.engine().hosts().get(name);
        return new Described(host, ui.engine().hosts().suggestProfile(name));
    }

    private void profile(Described found) {
        HostProfile begin = found.host().profile().orElse(found.suggested());
        ProfileForm form =
                new ProfileForm(found.host(), begin, found.suggested().trees());
        var go = Buttons.primary(ui.text("wizard.profile.start"), Feather.SAVE, () -> {});
        String title = ui.text("wizard.profile.title", "host", found.host().name());
        new FormDialog(ui, Feather.SLIDERS, title, form.form(ui), go)
                .does(
                        form.complete(),
                        job -> ui.engine().hosts().save(found.host().with(form.profile())),
                        this::saved)
                .open();
    }

    /** The page is made anew, so that it compares with what was saved. */
    private void saved(Host host) {
        ui.desk().fleet().refresh();
        ui.desk().navigator().replace(new Place.Home());
        ui.desk().navigator().replace(new Place.Host(host.name(), Place.Host.Tab.CONFIGURATION));
    }

    @Override
    public void provision(String host) {
        openThere(wizards -> wizards.provision(host));
    }

    @Override
    public void publish(String repository, Optional<String> version, Optional<String> host) {
        openThere(wizards -> wizards.publish(repository, version, host));
    }

    @Override
    public void switchThere(String host, String repository, Optional<String> version) {
        openThere(wizards -> wizards.switchThere(host, repository, version));
    }

    @Override
    public void rollbackThere(String host, String repository, String channel) {
        openThere(wizards -> wizards.rollbackThere(host, repository, channel));
    }

    @Override
    public void releaseThere(String host, String repository, String channel) {
        openThere(wizards -> wizards.releaseThere(host, repository, channel));
    }

    private void openThere(Function<HostWizards, Recipe> recipe) {
        ui.bridge()
                .call(
                        _ -> HostFacts.of(ui.engine()),
                        facts -> show(recipe.apply(new HostWizards(facts, ui, this)), ""));
    }

    @Override
    public void update(String repository) {
        open(repository, facts -> new UpdateWizard(facts, next(repository), ui).recipe());
    }

    @Override
    public void sync(String repository) {
        open(repository, facts -> small(facts).sync());
    }

    @Override
    public void snapshot(String repository, Optional<String> from) {
        open(repository, facts -> small(facts).snapshot(from));
    }

    @Override
    public void promote(String repository, Optional<String> version) {
        open(repository, facts -> new PromoteWizard(facts, next(repository), ui).recipe(version));
    }

    @Override
    public void rollback(String repository, Optional<String> channel) {
        ui.bridge()
                .call(
                        _ -> {
                            Facts facts = Facts.of(repository, ui.engine());
                            return new Ready(facts, Targets.of(facts, channel, ui.engine()));
                        },
                        this::rollback);
    }

    @Override
    public void release(String repository, String channel) {
        open(repository, facts -> small(facts).release(channel));
    }

    @Override
    public void verify(String repository, Optional<String> version) {
        open(repository, facts -> small(facts).verify(version));
    }

    @Override
    public void seal(String repository, List<String> versions) {
        open(repository, facts -> small(facts).seal(versions));
    }

    @Override
    public void shareCopies(String repository) {
        open(repository, facts -> small(facts).shareCopies());
    }

    @Override
    public void prune(String repository, List<String> versions) {
        open(repository, facts -> new PruneWizard(facts, next(repository), ui).recipe(versions));
    }

    @Override
    public void makeDeltas(String repository) {
        open(repository, facts -> new DeltaWizards(facts, next(repository), ui).make());
    }

    @Override
    public void deltaPolicy(String repository, int targets, OptionalLong budget) {
        open(repository, facts -> new DeltaWizards(facts, next(repository), ui).policy(targets, budget));
    }

    @Override
    public void clientCounts(String repository) {
        open(repository, facts -> new DeltaWizards(facts, next(repository), ui).clients());
    }

    @Override
    public void series(String repository, Map<String, List<String>> members) {
        open(repository, facts -> new DeltaWizards(facts, next(repository), ui).series(members));
    }

    @Override
    public void pin(String repository, String version) {
        open(repository, facts -> small(facts).pin(version));
    }

    private SmallWizards small(Facts facts) {
        return new SmallWizards(facts, next(facts.name()), ui);
    }

    private NextSteps next(String repository) {
        return new NextSteps(repository, ui, this);
    }

    private void open(String repository, Function<Facts, Recipe> recipe) {
        ui.bridge().call(_ -> Facts.of(repository, ui.engine()), facts -> show(recipe.apply(facts), facts.name()));
    }

    private void show(Recipe recipe, String repository) {
        List<ObservableBooleanValue> complete =
                recipe.pages().stream().map(OptionPage::complete).toList();
        WizardModel model =
                new WizardModel(ui, recipe.draft(), complete, recipe.ending().sequel());
        model.run().finished().addListener((_, _, _) -> refresh(model));
        Leaving leaving = new Leaving(model, repository);
        ui.desk().overlay().show(new WizardDialog(recipe, model, leaving, ui), leaving::close);
    }

    private void refresh(WizardModel model) {
        ui.desk().inventory().refresh();
        if (model.plan().plan().get() instanceof Plan plan && plan.operation() instanceof Operation.OnHost there) {
            ui.desk().fleet().check(there.host().name());
        }
    }

    private void add(List<KindInfo> kinds, AddWizard.Way way) {
        AddWizard wizard = new AddWizard(kinds, demo, other -> add(kinds, other), ui);
        show(wizard.recipe(way), "");
    }

    private void rollback(Ready ready) {
        RollbackModel model = new RollbackModel(ready.facts(), ready.targets(), ui);
        Runnable close = () -> {
            model.leave();
            ui.desk().overlay().close();
        };
        ui.desk().overlay().show(new RollbackDialog(model, close, ui), close);
    }

    private record Described(Host host, HostProfile suggested) {}

    private record Ready(Facts facts, Targets targets) {}

    /** How a wizard is left: closed, or for the dialog that opens its closed gate. */
    private final class Leaving implements Footer.Ways {

        private final WizardModel model;
        private final String repository;

        Leaving(WizardModel model, String repository) {
            this.model = model;
            this.repository = repository;
        }

        @Override
        public void close() {
            boolean running = model.run().running();
            model.leave();
            ui.desk().overlay().close();
            if (running) {
                ui.desk().toasts().say(Severity.INFO, ui.text("wizard.left"));
            }
        }

        @Override
        public void elsewhere(WayOut way) {
            model.leave();
            switch (way) {
                case WayOut.Release held -> release(repository, held.channel());
                case WayOut.ReleaseThere held -> releaseThere(held.host(), held.repository(), held.channel());
                case WayOut.MakeRoom _ -> prune(repository, List.of());
                case WayOut.Verify shut -> verify(repository, Optional.of(shut.version()));
                case WayOut.Typed _, WayOut.Ticked _, WayOut.Trust _ -> close();
            }
        }
    }
}

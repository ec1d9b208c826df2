package io.tidemark.ui.shell;

import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.activity.ActivityPage;
import io.tidemark.ui.blocks.BlocksPage;
import io.tidemark.ui.compare.ComparePage;
import io.tidemark.ui.deltas.DeltasPage;
import io.tidemark.ui.hosts.HostPage;
import io.tidemark.ui.jobs.JobsPage;
import io.tidemark.ui.recipe.RecipePage;
import io.tidemark.ui.repository.RepositoryPage;
import io.tidemark.ui.settings.SettingsPage;
import io.tidemark.ui.wizard.Demo;
import java.util.Optional;

/** Makes the page for a place. Pages are made when one goes there, so that the first window waits for no other. */
final class Screens {

    private final Ui ui;
    private final Wizards wizards;
    private final Optional<Demo> demo;

    Screens(Ui ui, Wizards wizards, Optional<Demo> demo) {
        this.ui = ui;
        this.wizards = wizards;
        this.demo = demo;
    }

    Page page(Place place) {
        return switch (place) {
            case Place.Home home -> new HomePage(ui, wizards, demo);
            case Place.Repository repository -> new RepositoryPage(ui, wizards, repository);
            case Place.Compare compare -> new ComparePage(ui, wizards, compare);
            case Place.Deltas deltas -> new DeltasPage(ui, wizards, deltas);
            case Place.Recipes recipes -> new RecipePage(ui, wizards, recipes);
            case Place.Blocks blocks -> new BlocksPage(ui, blocks);
            case Place.Host host -> new HostPage(ui, wizards, host);
            case Place.Jobs jobs -> new JobsPage(ui, jobs);
            case Place.Activity activity -> new ActivityPage(ui);
            case Place.Settings settings -> new SettingsPage(ui, settings);
        };
    }
}

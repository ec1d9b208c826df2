package io.tidemark.ui.shell;

import io.tidemark.engine.Recipes.Seen;
import io.tidemark.ui.Drafts;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleRecipes;
import io.tidemark.ui.SampleViews;
import io.tidemark.ui.SampleWorkspaces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;

/** What the window shows of treefiles, by the name of its picture. */
final class RecipeStops {

    private static final String NAME = SampleRecipes.NAME;

    private RecipeStops() {}

    static Map<String, Consumer<Tour>> all() {
        Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();
        stops.put("88-treefile-repository", tour -> tour.go(Place.repository(NAME)));
        stops.put("88-treefile-repository-held", tour -> {
            ((SampleViews) tour.ui().engine().views()).rolledBack("current", "2022-08-08");
            tour.go(Place.repository(NAME));
        });
        stops.put("88-treefile-dev", tour -> tour.go(new Place.Recipes(NAME, "")));
        stops.put("88-treefile-prod", tour -> tour.go(new Place.Recipes(NAME, "prod")));
        stops.put("88-treefile-faults", tour -> typed(tour, RecipeStops::faults));
        stops.put(
                "88-treefile-syntax",
                tour -> typed(tour, text -> text.replace("\"selinux\": true,", "\"selinux\": true")));
        stops.put("88-treefile-difference", tour -> tour.go(new Place.Recipes(NAME, "difference")));
        stops.put("88-treefile-history", tour -> {
            tour.go(new Place.Recipes(NAME, "dev"));
            fire(tour, "#history");
        });
        stops.put("88-treefile-none", tour -> {
            recipes(tour).none();
            recipes(tour).missing();
            tour.go(new Place.Recipes(NAME, ""));
        });
        stops.put("88-treefile-changed", tour -> {
            typed(tour, text -> text.replace("\"htop\"", "\"htop\", \"vim\""));
            recipes(tour).change("dev", recipes(tour).text("dev").replace("thunderbird", "evolution"));
            fire(tour, "#save");
        });
        stops.put("88-treefile-theirs", tour -> {
            stops.get("88-treefile-changed").accept(tour);
            fire(tour, "#theirs");
        });
        stops.put("88-treefile-beside", tour -> {
            typed(tour, text -> text.replace("\"htop\"", "\"htop\", \"vim\""));
            recipes(tour).changeBeside();
            fire(tour, "#save");
        });
        stops.put("88-treefile-files", tour -> {
            recipes(tour).including();
            tour.go(new Place.Recipes(NAME, "dev"));
        });
        stops.put("88-treefile-part", tour -> {
            recipes(tour).including();
            String text = recipes(tour).text("dev/desktop.json").replace("\"kate\"", "\"-kate\"");
            Seen seen = Seen.of(recipes(tour).sheet("dev/desktop.json"));
            tour.ui().desk().drafts().keep(NAME, "dev/desktop.json", new Drafts.Draft(text, seen));
            tour.go(new Place.Recipes(NAME, "dev/desktop.json"));
        });
        stops.put("88-treefile-draft", tour -> {
            Seen seen = Seen.of(recipes(tour).sheet("dev"));
            String text = recipes(tour).text("dev").replace("\"htop\"", "\"htop\",\n    \"vim\"");
            ((SampleWorkspaces) tour.ui().engine().workspaces()).keepDraft(NAME, seen, text);
            tour.ui().desk().drafts().restore();
            tour.go(new Place.Recipes(NAME, "dev"));
        });
        stops.put("88-treefile-close", tour -> {
            typed(tour, text -> text.replace("\"htop\"", "\"vim\""));
            UnsavedSheet.passes(tour.ui(), () -> {});
        });
        return stops;
    }

    private static String faults(String text) {
        return text.replace("\"kernel\"", "\"-kernel\"")
                .replace("true", "\"yes\"")
                .replace("\"units\"", "\"unit\"")
                .replace("\"systemd\",", "\"systemd\",\n    \"systemd\",");
    }

    private static void typed(Tour tour, UnaryOperator<String> change) {
        String text = recipes(tour).text("dev");
        Seen seen = Seen.of(recipes(tour).sheet("dev"));
        tour.ui().desk().drafts().keep(NAME, "dev", new Drafts.Draft(change.apply(text), seen));
        tour.go(new Place.Recipes(NAME, "dev"));
    }

    private static void fire(Tour tour, String selector) {
        tour.scene().getRoot().applyCss();
        tour.scene().getRoot().layout();
        ((Button) tour.scene().lookup(selector)).fire();
    }

    private static SampleRecipes recipes(Tour tour) {
        return (SampleRecipes) tour.ui().engine().recipes();
    }
}

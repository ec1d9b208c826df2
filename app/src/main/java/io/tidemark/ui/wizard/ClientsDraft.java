package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** The settings of a repository with other counts of clients; everything else stays as it is. */
final class ClientsDraft implements Draft {

    private static final String OPTION = "clients";

    /** What is typed for each image, the newest first. */
    final Map<String, Choice> counts = new LinkedHashMap<>();

    private final Facts facts;

    ClientsDraft(Facts facts) {
        this.facts = facts;
        Map<String, String> known = new HashMap<>();
        for (String each : facts.status().config().upstream().all(OPTION)) {
            int sign = each.lastIndexOf('=');
            known.put(each.substring(0, Math.max(0, sign)), each.substring(sign + 1));
        }
        for (Version version : facts.servable()) {
            Choice count = Choice.optional(text -> text.matches("\\d{1,9}"));
            counts.put(version.name(), count.preset(known.getOrDefault(version.name(), "")));
        }
    }

    /** How many images are counted. */
    ObservableValue<String> summary(Ui ui) {
        return Bindings.createStringBinding(
                () -> ui.text("wizard.clients.summary", "count", given().size()),
                choices().toArray(Observable[]::new));
    }

    @Override
    public Operation operation(Consent consent) {
        Upstream old = facts.status().config().upstream();
        Map<String, List<String>> options = new HashMap<>(old.options());
        options.put(OPTION, given());
        if (given().isEmpty()) {
            options.remove(OPTION);
        }
        return facts.configured(new Upstream(old.url(), options));
    }

    @Override
    public List<Observable> choices() {
        return List.copyOf(counts.values().stream().map(Choice::text).toList());
    }

    @Override
    public ObservableBooleanValue complete() {
        return Bindings.createBooleanBinding(
                () -> counts.values().stream().allMatch(count -> count.valid().get()),
                choices().toArray(Observable[]::new));
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        counts.forEach((image, count) -> count.given().ifPresent(number -> given.add(image + "=" + number)));
        return given;
    }
}

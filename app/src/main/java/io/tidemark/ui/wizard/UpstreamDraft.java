package io.tidemark.ui.wizard;

import io.tidemark.model.KindInfo;
import io.tidemark.model.Upstream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Kind, upstream address and the options that the kind declares, as entered for a repository that is being added. */
public final class UpstreamDraft {

    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*:/.+|[^/@\\s]+@[^/\\s]+:.+|/.+");

    private final ObjectProperty<KindInfo> kind = new SimpleObjectProperty<>();
    private final ObservableList<OptionDraft> options =
            FXCollections.observableArrayList(option -> option.observables().toArray(Observable[]::new));
    final Choice url = Choice.optional(text -> URL.matcher(text).matches());
    final Choice keysDir = Choice.free();

    UpstreamDraft() {
        kind.addListener((_, _, chosen) -> options.setAll(
                chosen == null
                        ? List.of()
                        : chosen.options().stream().map(OptionDraft::new).toList()));
    }

    /** The kind of repository. */
    public ObjectProperty<KindInfo> kind() {
        return kind;
    }

    /** One entry for each option of the kind. */
    public ObservableList<OptionDraft> options() {
        return options;
    }

    void preset(Upstream known) {
        url.text().set(known.url());
        options.stream()
                .filter(draft -> known.options().containsKey(draft.option().name()))
                .forEach(draft -> draft.set(known.all(draft.option().name())));
    }

    Optional<String> keys() {
        return keysDir.given();
    }

    Upstream upstream() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (OptionDraft draft : options) {
            if (!draft.values().isEmpty()) {
                values.put(draft.option().name(), draft.values());
            }
        }
        return new Upstream(url.trimmed(), values);
    }

    List<Observable> choices() {
        return new ArrayList<>(List.of(kind, options, url.text(), keysDir.text()));
    }

    /** Whether it can be planned; a repository without upstream needs no options. */
    BooleanBinding complete(boolean urlRequired) {
        return Bindings.createBooleanBinding(() -> satisfied(urlRequired), kind, options, url.text());
    }

    private boolean satisfied(boolean urlRequired) {
        if (kind.get() == null
                || !url.valid().get()
                || urlRequired && url.trimmed().isEmpty()) {
            return false;
        }
        return url.trimmed().isEmpty()
                || options.stream().allMatch(option -> option.valid().get());
    }
}

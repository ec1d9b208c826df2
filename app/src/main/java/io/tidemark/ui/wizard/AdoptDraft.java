package io.tidemark.ui.wizard;

import io.tidemark.engine.Views;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Names;
import io.tidemark.model.Operation;
import io.tidemark.model.Recognition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * What adopting a directory is told: what was found there and may be corrected, whether foreign writers are to be
 * disabled, and which plain directories become channels under which version name.
 */
final class AdoptDraft implements Draft {

    final Choice dir = Choice.required(DirectoryField::isPlace);
    final Choice name = Choice.free();
    final UpstreamDraft upstream = new UpstreamDraft();
    final BooleanProperty disableWriters = new SimpleBooleanProperty();
    final ObservableMap<String, String> exchange = FXCollections.observableMap(new LinkedHashMap<>());
    private final ObjectProperty<Views.Found> found = new SimpleObjectProperty<>();

    /** What was found in the directory; null until it was looked at. */
    ObjectProperty<Views.Found> found() {
        return found;
    }

    /** Takes over what was found as the choices to begin with. */
    void accept(Views.Found seen, List<KindInfo> kinds) {
        Optional<Recognition> recognition = seen.recognition();
        recognition.ifPresent(known -> kinds.stream()
                .filter(kind -> kind.id().equals(known.kind()))
                .findFirst()
                .ifPresent(kind -> upstream.kind().set(kind)));
        recognition.ifPresent(known -> upstream.preset(known.upstream()));
        exchange.clear();
        disableWriters.set(seen.writers().stream().anyMatch(writer -> writer.canDisable()));
        found.set(seen);
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Adopt(
                dir.trimmed(),
                upstream.kind().get().id(),
                name.trimmed(),
                upstream.upstream(),
                upstream.keys(),
                consent.fingerprints(),
                disableWriters.get(),
                Map.copyOf(exchange));
    }

    @Override
    public List<Observable> choices() {
        return Stream.concat(
                        Stream.of(dir.text(), name.text(), disableWriters, exchange, found),
                        upstream.choices().stream())
                .toList();
    }

    @Override
    public ObservableBooleanValue complete() {
        BooleanBinding named =
                Bindings.createBooleanBinding(() -> exchange.values().stream().allMatch(Names::validVersion), exchange);
        return dir.valid().and(found.isNotNull()).and(upstream.complete(false)).and(named);
    }
}

package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Upstream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** The settings of a repository with another choice of deltas; everything else stays as it is. */
final class PolicyDraft implements Draft {

    private static final String TARGETS = "delta-targets";
    private static final String BUDGET = "delta-budget";

    private final Facts facts;
    private final int targets;
    private final OptionalLong budget;

    PolicyDraft(Facts facts, int targets, OptionalLong budget) {
        this.facts = facts;
        this.targets = targets;
        this.budget = budget;
    }

    @Override
    public Operation operation(Consent consent) {
        return facts.configured(upstream(facts.status().config()));
    }

    @Override
    public List<Observable> choices() {
        return List.of();
    }

    @Override
    public ObservableBooleanValue complete() {
        return new SimpleBooleanProperty(true);
    }

    private Upstream upstream(RepositoryConfig config) {
        Map<String, List<String>> options = new HashMap<>(config.upstream().options());
        options.put(TARGETS, List.of(Integer.toString(targets)));
        options.remove(BUDGET);
        budget.ifPresent(bytes -> options.put(BUDGET, List.of(Long.toString(bytes))));
        return new Upstream(config.upstream().url(), options);
    }
}

package io.tidemark.ui.settings;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.JobRecord;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Operation;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings of one repository as they are typed, and saving them as a job. JavaFX thread only. */
public final class RepositorySettings {

    private final Ui ui;
    private final String repository;
    private final Map<Field, StringProperty> fields = new LinkedHashMap<>();
    private final BooleanProperty grace = new SimpleBooleanProperty();
    private final Map<String, StringProperty> options = new LinkedHashMap<>();
    private final Map<String, BooleanProperty> channels = new LinkedHashMap<>();
    private final List<KindInfo.Option> declared = new ArrayList<>();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Settings that were not read yet. */
    public RepositorySettings(Ui ui, String repository) {
        this.ui = ui;
        this.repository = repository;
        Arrays.stream(Field.values()).forEach(field -> fields.put(field, new SimpleStringProperty("")));
    }

    /** Reads them. */
    public void open() {
        ui.bridge().call(job -> ui.engine().views().status(repository), this::accept, this::failed);
    }

    /** Whether they were read. */
    ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is typed in a field. */
    public StringProperty field(Field field) {
        return fields.get(field);
    }

    /** Whether packages dropped upstream stay for one version. */
    public BooleanProperty grace() {
        return grace;
    }

    /** What the kind wants to be told, in its order. */
    List<KindInfo.Option> declared() {
        return declared;
    }

    /** The typed value of a kind's option; several are separated by commas. */
    StringProperty option(String name) {
        return options.get(name);
    }

    /** Whether a channel may be moved unattended to boot-critical changes, by channel. */
    Map<String, BooleanProperty> channels() {
        return channels;
    }

    /** What is wrong with a field: the key of a text, or nothing. */
    Optional<String> fault(Field field) {
        String typed = fields.get(field).get().strip();
        if (field.numbers() && !typed.matches("\\d{1,12}")) {
            return Optional.of("ui.settings.fault.number");
        }
        boolean in = !field.numbers() || field.accepts(Long.parseLong(typed));
        return in ? Optional.empty() : Optional.of("ui.settings.fault.range." + field.name());
    }

    boolean valid() {
        return Arrays.stream(Field.values()).allMatch(field -> fault(field).isEmpty());
    }

    /** Saves what is typed: plans the change and starts it as a job. */
    public void save() {
        Operation.Configure change = operation();
        problem.set(Optional.empty());
        ui.bridge()
                .call(
                        job -> ui.engine().jobs().start(ui.engine().operations().plan(change, job)),
                        this::started,
                        this::failed);
    }

    Operation.Configure operation() {
        Map<String, ChannelPolicy> policies = new LinkedHashMap<>();
        channels.forEach((name, allowed) -> policies.put(name, new ChannelPolicy(allowed.get())));
        return new Operation.Configure(repository, text(Field.NAME), upstream(), transfer(), policies(), policies);
    }

    private void accept(RepositoryStatus status) {
        RepositoryConfig config = status.config();
        declared.clear();
        ui.engine().views().kinds().stream()
                .filter(kind -> kind.id().equals(config.kind()))
                .forEach(kind -> declared.addAll(kind.options()));
        set(config);
        options.clear();
        declared.forEach(option -> options.put(
                option.name(),
                new SimpleStringProperty(String.join(", ", config.upstream().all(option.name())))));
        channels.clear();
        for (Channel channel : status.channels()) {
            channels.put(
                    channel.name(), new SimpleBooleanProperty(channel.policy().allowBootCritical()));
        }
        read.set(true);
    }

    private void set(RepositoryConfig config) {
        TransferSettings transfer = config.transfer();
        Policies policies = config.policies();
        set(Field.NAME, config.name());
        set(Field.URL, config.upstream().url());
        set(Field.CONNECTIONS, transfer.connections());
        set(Field.RATE, transfer.bytesPerSecond() / 1000);
        set(Field.ATTEMPTS, transfer.attempts());
        set(Field.TIMEOUT, transfer.timeoutSeconds());
        set(Field.PROXY, transfer.proxy());
        set(Field.AUTHORITY, transfer.caFile());
        set(Field.KEEP, policies.keep());
        set(Field.SHRINK, policies.maxShrinkPercent());
        set(Field.AGE, policies.maxIndexAgeDays());
        grace.set(policies.grace());
    }

    private void set(Field field, Object value) {
        fields.get(field).set(String.valueOf(value));
    }

    private Upstream upstream() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        options.forEach((name, typed) -> {
            List<String> words = Arrays.stream(typed.get().split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                values.put(name, words);
            }
        });
        return new Upstream(text(Field.URL), values);
    }

    private TransferSettings transfer() {
        return new TransferSettings(
                (int) number(Field.CONNECTIONS),
                number(Field.RATE) * 1000,
                (int) number(Field.ATTEMPTS),
                (int) number(Field.TIMEOUT),
                text(Field.PROXY),
                text(Field.AUTHORITY));
    }

    private Policies policies() {
        return new Policies((int) number(Field.KEEP), (int) number(Field.SHRINK), (int) number(Field.AGE), grace.get());
    }

    private String text(Field field) {
        return fields.get(field).get().strip();
    }

    private long number(Field field) {
        return Long.parseLong(text(field));
    }

    private void started(JobRecord job) {
        ui.jobs().refresh();
        ui.desk().toasts().say(io.tidemark.model.Severity.GOOD, ui.text("ui.settings.saving"));
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure));
    }
}

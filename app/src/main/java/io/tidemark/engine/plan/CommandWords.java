package io.tidemark.engine.plan;

import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Operation;
import io.tidemark.model.Policies;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command line that does the same as an operation, word by word. */
public final class CommandWords {

    private final List<String> words = new ArrayList<>(List.of("tidemark"));

    private CommandWords() {}

    /** The words of the command, {@code tidemark} first. */
    public static List<String> of(Operation operation) {
        CommandWords words = new CommandWords();
        words.say(operation);
        return List.copyOf(words.words);
    }

    private void say(Operation operation) {
        switch (operation) {
            case Operation.Init o -> init(o);
            case Operation.Adopt o -> adopt(o);
            case Operation.Seal o -> add("seal", o.dir()).addAll(o.versions());
            case Operation.ShareCopies o -> add("share", o.dir());
            case Operation.Update o -> update(o);
            case Operation.Sync o ->
                add("sync", o.dir())
                        .addAll(o.version().stream().toList())
                        .list("override", o.overrides())
                        .each("trust", o.trust());
            case Operation.GiveBack o -> add("adopt", o.dir()).option("give-back", o.channel());
            case Operation.Snapshot o -> add("snapshot", o.dir(), o.from(), o.to());
            case Operation.Promote o ->
                add("promote", o.dir(), o.version())
                        .option("channel", o.channel())
                        .reason(o.reason());
            case Operation.Rollback o ->
                add("rollback", o.dir())
                        .option("channel", o.channel())
                        .option("to", o.to())
                        .flag("no-hold", !o.hold())
                        .flag("by-ref", o.byRef())
                        .reason(o.reason());
            case Operation.Release o ->
                add("release", o.dir()).option("channel", o.channel()).reason(o.reason());
            case Operation.Pin o -> add("pin", o.dir(), o.version()).reason(o.reason());
            case Operation.Unpin o -> add("unpin", o.dir(), o.version());
            case Operation.Verify o ->
                add("verify", o.dir()).addAll(o.version().stream().toList());
            case Operation.Prune o -> prune(o);
            case Operation.Configure o -> configure(o);
            case Operation.MakeDeltas o -> makeDeltas(o);
            case Operation.OnHost o -> onHost(o);
        }
    }

    private void init(Operation.Init o) {
        add("init", o.dir()).option("kind", o.kind());
        given("name", o.name()).upstream(o.upstream());
        transfer(o.transfer(), TransferSettings.standard());
        policies(o.policies(), Policies.standard());
        option("keys", o.keysDir()).each("trust", o.trust());
    }

    private void adopt(Operation.Adopt o) {
        add("adopt", o.dir());
        given("kind", o.kind()).given("name", o.name()).upstream(o.upstream());
        option("keys", o.keysDir()).each("trust", o.trust()).flag("disable-writers", o.disableWriters());
        new TreeMap<>(o.exchange()).forEach((path, version) -> option("exchange", path + "=" + version));
        flag("no-seal", true);
    }

    private void update(Operation.Update o) {
        add("update", o.dir()).option("version", o.version()).option("promote", o.promote());
        flag("allow-boot-critical", o.allowBootCritical());
        list("override", o.overrides()).each("trust", o.trust());
        o.grace().ifPresent(grace -> flag(grace ? "grace" : "no-grace", true));
    }

    private void makeDeltas(Operation.MakeDeltas o) {
        add("delta", "run", o.dir()).flag("take-in", o.takeIn());
        new TreeMap<>(o.series()).forEach((name, members) -> option("series", name + "=" + String.join(",", members)));
        new TreeMap<>(o.extras()).forEach((image, more) -> option("extra", image + "=" + String.join(",", more)));
    }

    private void onHost(Operation.OnHost operation) {
        String host = operation.host().name();
        switch (operation) {
            case Operation.Publish o -> add("host", "publish", host, o.dir(), o.version());
            case Operation.SwitchThere o ->
                add("host", "switch", host, o.dir(), o.version())
                        .option("channel", o.channel())
                        .reason(o.reason());
            case Operation.RollbackThere o ->
                add("host", "rollback", host, o.repository())
                        .option("channel", o.channel())
                        .option("to", o.to())
                        .flag("no-hold", !o.hold())
                        .reason(o.reason());
            case Operation.ReleaseThere o ->
                add("host", "release", host, o.repository())
                        .option("channel", o.channel())
                        .reason(o.reason());
            case Operation.Provision o -> add("host", "provision", host);
        }
    }

    private void prune(Operation.Prune o) {
        add("prune", o.dir()).addAll(o.versions());
        if (o.versions().isEmpty()) {
            option("keep", Integer.toString(o.keep()));
        }
    }

    private void configure(Operation.Configure o) {
        add("configure", o.dir());
        given("name", o.name()).upstream(o.upstream());
        transfer(o.transfer(), null);
        policies(o.policies(), null);
        list("let-boot-critical", channels(o.channelPolicies(), true));
        list("stop-boot-critical", channels(o.channelPolicies(), false));
    }

    private static List<String> channels(Map<String, ChannelPolicy> policies, boolean allow) {
        return new TreeMap<>(policies)
                .entrySet().stream()
                        .filter(e -> e.getValue().allowBootCritical() == allow)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private CommandWords upstream(Upstream upstream) {
        given("upstream", upstream.url());
        new TreeMap<>(upstream.options()).forEach(this::kindOption);
        return this;
    }

    private void kindOption(String name, List<String> values) {
        if (values.equals(List.of("true"))) {
            flag(name, true);
        } else {
            list(name, values);
        }
    }

    /** Says what differs from the usual, everything when there is nothing usual. */
    private void transfer(TransferSettings now, TransferSettings usual) {
        number("connections", now.connections(), usual == null ? -1 : usual.connections());
        number("limit-rate", now.bytesPerSecond(), usual == null ? -1 : usual.bytesPerSecond());
        number("attempts", now.attempts(), usual == null ? -1 : usual.attempts());
        number("timeout", now.timeoutSeconds(), usual == null ? -1 : usual.timeoutSeconds());
        given("proxy", now.proxy()).given("ca-file", now.caFile());
    }

    private void policies(Policies now, Policies usual) {
        number("keep", now.keep(), usual == null ? -1 : usual.keep());
        number("max-shrink", now.maxShrinkPercent(), usual == null ? -1 : usual.maxShrinkPercent());
        number("max-index-age", now.maxIndexAgeDays(), usual == null ? -1 : usual.maxIndexAgeDays());
        flag("grace", now.grace());
        flag("no-grace", usual == null && !now.grace());
    }

    private void number(String name, long value, long usual) {
        if (value != usual) {
            option(name, Long.toString(value));
        }
    }

    private CommandWords add(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    private CommandWords addAll(List<String> more) {
        words.addAll(more);
        return this;
    }

    private CommandWords option(String name, String value) {
        return add("--" + name, value);
    }

    private CommandWords option(String name, Optional<String> value) {
        value.ifPresent(text -> option(name, text));
        return this;
    }

    private CommandWords given(String name, String value) {
        return value.isEmpty() ? this : option(name, value);
    }

    private CommandWords reason(String reason) {
        return given("reason", reason);
    }

    private CommandWords flag(String name, boolean set) {
        return set ? add("--" + name) : this;
    }

    private CommandWords list(String name, List<String> values) {
        return values.isEmpty() ? this : option(name, String.join(",", values));
    }

    private CommandWords each(String name, List<String> values) {
        values.forEach(value -> option(name, value));
        return this;
    }
}

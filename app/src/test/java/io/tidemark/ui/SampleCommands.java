package io.tidemark.ui;

import io.tidemark.model.Operation;
import java.util.ArrayList;
import java.util.List;

/** The equivalent commands that the pictures show. */
final class SampleCommands {

    private SampleCommands() {}

    static List<String> of(Operation operation) {
        List<String> words = new ArrayList<>(List.of("tidemark"));
        words.addAll(List.of(name(operation).split(" ")));
        words.add(operation.dir());
        words.addAll(rest(operation));
        return words;
    }

    private static String name(Operation operation) {
        return switch (operation) {
            case Operation.ShareCopies _ -> "share";
            case Operation.GiveBack _ -> "adopt";
            case Operation.MakeDeltas _ -> "delta run";
            case Operation.OnHost there -> JobWords.name(there).replace('-', ' ');
            default -> JobWords.name(operation);
        };
    }

    private static List<String> rest(Operation operation) {
        return switch (operation) {
            case Operation.Update update ->
                update.promote().map(channel -> List.of("--promote", channel)).orElse(List.of());
            case Operation.Sync sync -> sync.version().stream().toList();
            case Operation.Promote promote -> List.of(promote.version(), "--channel", promote.channel());
            case Operation.Rollback rollback ->
                List.of("--channel", rollback.channel(), "--to", rollback.to().orElse("3.15.4"));
            case Operation.Snapshot snapshot -> List.of(snapshot.from(), snapshot.to());
            case Operation.Verify verify -> verify.version().stream().toList();
            case Operation.Prune prune -> prune.versions();
            case Operation.Release release -> List.of("--channel", release.channel());
            case Operation.Pin pin -> List.of(pin.version(), "--reason", pin.reason());
            case Operation.Unpin unpin -> List.of(unpin.version());
            case Operation.Init init -> upstream(init.kind(), init.upstream().url());
            case Operation.Adopt adopt -> upstream("alpine", adopt.upstream().url());
            case Operation.Seal seal -> seal.versions();
            case Operation.GiveBack back -> List.of("--give-back", back.channel());
            case Operation.Configure _, Operation.ShareCopies _, Operation.MakeDeltas _, Operation.OnHost _ ->
                List.of();
        };
    }

    private static List<String> upstream(String kind, String url) {
        return List.of(
                "--kind",
                kind,
                "--upstream",
                url,
                "--branch",
                "v3.15",
                "--arch",
                "x86_64",
                "--repos",
                "main,community");
    }
}

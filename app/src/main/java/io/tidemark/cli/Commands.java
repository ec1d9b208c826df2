package io.tidemark.cli;

import io.tidemark.model.KindInfo;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** Puts the commands together and teaches the parser our language, exit codes and streams. */
final class Commands {

    /** Commands whose options depend on the kinds there are. */
    private static final Set<String> KIND_AWARE = Set.of("init", "adopt", "configure", "completion", "man");

    /** Commands that tell of all others. */
    private static final Set<String> ABOUT_ALL = Set.of("completion", "man");

    private static final Map<String, Function<Face, FaceCommand>> ALL = all();

    private Commands() {}

    /**
     * The parser for these arguments. Where they begin with a command it knows only that one, because putting all of them
     * together takes longer than most of them run.
     */
    static CommandLine build(Face face, String... args) {
        CommandLine root = new CommandLine(new RootCommand(face));
        wanted(args).forEach((name, command) -> root.addSubcommand(name, line(command.apply(face))));
        if (Arrays.stream(args).anyMatch(KIND_AWARE::contains)) {
            addKindOptions(face, root);
        }
        explain(root, new HelpTexts(face.texts()));
        return obey(face, root);
    }

    private static Map<String, Function<Face, FaceCommand>> wanted(String... args) {
        boolean alone = args.length > 0 && ALL.containsKey(args[0]) && !ABOUT_ALL.contains(args[0]);
        return alone ? Map.of(args[0], ALL.get(args[0])) : ALL;
    }

    private static Map<String, Function<Face, FaceCommand>> all() {
        Map<String, Function<Face, FaceCommand>> all = new LinkedHashMap<>();
        all.put("init", InitCommand::new);
        all.put("adopt", AdoptCommand::new);
        all.put("status", StatusCommand::new);
        all.put("versions", VersionsCommand::new);
        all.put("export", ExportCommand::new);
        all.put("update", UpdateCommand::new);
        all.put("sync", SyncCommand::new);
        all.put("snapshot", SnapshotCommand::new);
        all.put("diff", DiffCommand::new);
        all.put("promote", PromoteCommand::new);
        all.put("rollback", RollbackCommand::new);
        all.put("release", ReleaseCommand::new);
        all.put("pin", PinCommand::new);
        all.put("unpin", UnpinCommand::new);
        all.put("seal", SealCommand::new);
        all.put("share", ShareCommand::new);
        all.put("verify", VerifyCommand::new);
        all.put("prune", PruneCommand::new);
        all.put("configure", ConfigureCommand::new);
        all.put("log", LogCommand::new);
        all.put("serve", ServeCommand::new);
        all.put("demo", DemoCommand::new);
        all.put("delta", DeltaCommand::new);
        all.put("puavo-update-repository", PuavoCommand::new);
        all.put("treefile", TreefileCommand::new);
        all.put("job", JobCommand::new);
        all.put("host", HostCommand::new);
        all.put("install-on", InstallOnCommand::new);
        all.put("gui", GuiCommand::new);
        all.put("completion", CompletionCommand::new);
        all.put("man", ManCommand::new);
        return Collections.unmodifiableMap(all);
    }

    private static CommandLine line(FaceCommand command) {
        CommandLine line = new CommandLine(command);
        command.below().forEach(below -> line.addSubcommand(line(below)));
        return line;
    }

    private static void explain(CommandLine line, HelpTexts texts) {
        line.setResourceBundle(texts);
        line.getSubcommands().values().forEach(below -> explain(below, texts));
    }

    private static void addKindOptions(Face face, CommandLine root) {
        List<KindInfo> kinds = face.kinds();
        for (CommandLine line : root.getSubcommands().values()) {
            switch (line.getCommand()) {
                case InitCommand init -> init.options.addTo(line.getCommandSpec(), kinds, face);
                case AdoptCommand adopt -> adopt.options.addTo(line.getCommandSpec(), kinds, face);
                case ConfigureCommand configure -> configure.options.addTo(line.getCommandSpec(), kinds, face);
                case Object other -> {}
            }
        }
    }

    private static CommandLine obey(Face face, CommandLine root) {
        return root.setOut(face.out().writer())
                .setErr(face.err().writer())
                .setUsageHelpLongOptionsMaxWidth(28)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(new WrongCall(face))
                .setExecutionExceptionHandler(new Bugs(face));
    }
}

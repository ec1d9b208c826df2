package io.tidemark.cli;

import io.tidemark.model.KindInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Puts the commands together and teaches the parser our language, exit codes and streams. */
final class Commands {

    /** Commands whose options depend on the kinds there are. */
    private static final Set<String> KIND_AWARE = Set.of("init", "adopt", "configure", "completion", "man");

    private Commands() {}

    static CommandLine build(Face face, String... args) {
        CommandLine root = new CommandLine(new RootCommand(face));
        all(face).forEach(command -> root.addSubcommand(new CommandLine(command)));
        if (Arrays.stream(args).anyMatch(KIND_AWARE::contains)) {
            addKindOptions(face, root);
        }
        root.setResourceBundle(new HelpTexts(face.texts()));
        root.getSubcommands().values().forEach(line -> line.setResourceBundle(new HelpTexts(face.texts())));
        return obey(face, root);
    }

    private static List<FaceCommand> all(Face face) {
        return List.of(
                new InitCommand(face),
                new AdoptCommand(face),
                new StatusCommand(face),
                new VersionsCommand(face),
                new UpdateCommand(face),
                new SyncCommand(face),
                new SnapshotCommand(face),
                new DiffCommand(face),
                new PromoteCommand(face),
                new RollbackCommand(face),
                new ReleaseCommand(face),
                new PinCommand(face),
                new UnpinCommand(face),
                new SealCommand(face),
                new ShareCommand(face),
                new VerifyCommand(face),
                new PruneCommand(face),
                new ConfigureCommand(face),
                new LogCommand(face),
                new ServeCommand(face),
                new DemoCommand(face),
                new GuiCommand(face),
                new CompletionCommand(face),
                new ManCommand(face));
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

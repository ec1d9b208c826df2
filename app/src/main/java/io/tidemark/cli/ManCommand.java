package io.tidemark.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code man}: the manual page of all commands, in the man macros of roff. */
@Command(name = "man")
final class ManCommand extends FaceCommand {

    @Spec
    CommandSpec spec;

    ManCommand(Face face) {
        super(face);
    }

    @Override
    int run() {
        StringBuilder page = new StringBuilder(".TH TIDEMARK 1\n.SH NAME\ntidemark \\- ")
                .append(roff(face.text("cli.help.tidemark")))
                .append("\n");
        commands(page, spec.root().commandLine(), "");
        if (common.json) {
            json(Map.of("page", page.toString()));
        } else {
            face.out().document(page.toString());
        }
        return ExitCode.DONE;
    }

    private void commands(StringBuilder page, CommandLine above, String name) {
        for (CommandLine line : above.getSubcommands().values()) {
            String full = name + line.getCommandSpec().name();
            command(page, line, full);
            commands(page, line, full + "-");
        }
    }

    private void command(StringBuilder page, CommandLine line, String name) {
        CommandSpec command = line.getCommandSpec();
        page.append(".SH ").append(roff(name.replace('-', ' ').toUpperCase(Locale.ROOT)));
        page.append("\n").append(roff(face.text("cli.help." + name)));
        page.append("\n.PP\n.B ")
                .append(roff(line.getHelp().synopsis(0).strip()))
                .append("\n");
        command.options().stream().filter(option -> !option.hidden()).forEach(option -> option(page, option));
    }

    private static void option(StringBuilder page, OptionSpec option) {
        page.append(".TP\n.B ").append(roff(String.join(", ", option.names())));
        page.append("\n").append(roff(String.join(" ", option.description()))).append("\n");
    }

    /** A leading dot or quote would be a request; a backslash is the escape. */
    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}

package io.tidemark.cli;

import io.tidemark.model.Problem;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the reader's language what was wrong with the arguments, and where help is. */
final class WrongCall implements CommandLine.IParameterExceptionHandler {

    private final Face face;

    WrongCall(Face face) {
        this.face = face;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String message = message(wrong);
        face.err().line(face.text("cli.usage", "message", message));
        face.err().line(face.text("cli.usage.next", "command", command));
        if (List.of(args).contains(CommonOptions.JSON)) {
            Problem problem = Problem.of("call.wrong", Problem.Category.USAGE, "object", command, "message", message);
            new Failures(face, true).document(problem, face.out());
        }
        return Problem.Category.USAGE.exitCode();
    }

    private String message(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing ->
                face.text(
                        "cli.usage.missing",
                        "words",
                        ShellWords.join(missing.getMissing().stream()
                                .map(WrongCall::name)
                                .toList()));
            case OverwrittenOptionException twice ->
                face.text("cli.usage.twice", "words", name(twice.getOverwritten()));
            case ParameterException other
            when other.getArgSpec() != null ->
                face.text(
                        "cli.usage.value",
                        "words",
                        name(other.getArgSpec()),
                        "value",
                        String.valueOf(other.getValue()));
            case ParameterException other -> String.valueOf(other.getMessage());
        };
    }

    private String unknown(UnmatchedArgumentException unknown) {
        String word = ShellWords.quote(unknown.getUnmatched().getFirst());
        List<String> near = unknown.getSuggestions();
        return near.isEmpty()
                ? face.text("cli.usage.unknown", "words", word)
                : face.text("cli.usage.unknown.near", "words", word, "near", String.join(", ", near));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

package io.tidemark.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips a test whose programs are missing, or fails it where skips are forbidden. */
final class ProgramCondition implements ExecutionCondition {

    private static final Map<String, String> PACKAGES = Map.of(
            "nginx", "nginx-light",
            "xvfb-run", "xvfb",
            "Xvfb", "xvfb",
            "sshd", "openssh-server",
            "dpkg-deb", "dpkg",
            "crontab", "cron",
            "mkfs.btrfs", "btrfs-progs",
            "mkfs.xfs", "xfsprogs");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class).stream()
                .flatMap(needs -> Stream.of(needs.value()))
                .filter(program -> !present(program))
                .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("all programs are present");
        }
        return Skips.because("needs " + String.join(", ", missing) + ": install the Debian package "
                + String.join(
                        ", ",
                        missing.stream()
                                .map(ProgramCondition::packageOf)
                                .distinct()
                                .toList()));
    }

    static String packageOf(String program) {
        return PACKAGES.getOrDefault(program, program);
    }

    private static boolean present(String program) {
        Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.concat(path, Stream.of("/usr/sbin", "/sbin"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}

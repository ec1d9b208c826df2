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

    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("nginx", "nginx-light"),
            Map.entry("xvfb-run", "xvfb"),
            Map.entry("Xvfb", "xvfb"),
            Map.entry("sshd", "openssh-server"),
            Map.entry("dpkg-deb", "dpkg"),
            Map.entry("crontab", "cron"),
            Map.entry("mkfs.btrfs", "btrfs-progs"),
            Map.entry("mkfs.xfs", "xfsprogs"),
            Map.entry("mksquashfs", "squashfs-tools"),
            Map.entry("unsquashfs", "squashfs-tools"),
            Map.entry("zsyncmake", "zsync"),
            Map.entry("cksum", "coreutils"));

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

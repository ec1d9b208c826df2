package io.tidemark.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Programs that a test runs. Where one is missing the test is skipped with a message that names the Debian package; with
 * {@code -Dtidemark.noskips=true}, as in continuous integration, it fails instead: a skip must not hide a fault there.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProgramCondition.class)
public @interface NeedsProgram {

    /** Names of programs, as a shell would find them on {@code PATH} or in the directories for system programs. */
    String[] value();
}

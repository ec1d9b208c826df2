package io.tidemark.ui.shell;

import io.tidemark.engine.Engine;
import io.tidemark.job.JobContext;
import io.tidemark.ui.wizard.Demo;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the window needs to open.
 *
 * @param engine makes the engine; called once, beside the JavaFX thread, while the toolkit starts
 * @param person who is asked by machines elsewhere, once there is a window
 * @param contexts makes a context for each call that the window makes on its own account
 * @param locale the language of the system, used while the settings name none
 * @param demo opens the demonstration, where there is one
 * @param shown called once, on the JavaFX thread, when the first picture is on the screen
 */
public record Opening(
        Supplier<Engine> engine,
        Person person,
        Supplier<JobContext> contexts,
        Locale locale,
        Optional<Demo> demo,
        Runnable shown) {}

package io.tidemark.cli;

import java.lang.module.ModuleDescriptor;

/** The version of this program, as its module says. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** {@code 0.1.0}, or {@code development} where it runs from class files. */
    public static String text() {
        ModuleDescriptor module = ProgramVersion.class.getModule().getDescriptor();
        return module == null ? "development" : module.rawVersion().orElse("development");
    }
}

package io.tidemark;

/** The entry point of the program: command line or window. */
public final class Main {

    private Main() {}

    /**
     * Starts the program.
     *
     * @param args the words after the program's name
     */
    public static void main(String[] args) {
        System.out.println("Tidemark "
                + Main.class.getModule().getDescriptor().rawVersion().orElse(""));
    }
}

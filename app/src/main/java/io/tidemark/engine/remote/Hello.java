package io.tidemark.engine.remote;

/**
 * Who speaks.
 *
 * @param protocol version of the protocol
 * @param program version of the program
 * @param machine the machine's own name
 * @param account under which the program runs
 */
public record Hello(int protocol, String program, String machine, String account) {

    /** The protocol that this program speaks. It rises with every change of a record or a service. */
    public static final int PROTOCOL = 1;

    /** What the attending side says first, before any record; what shells say at log-in stands before it. */
    static final String SIGN = "tidemark attends";

    /** This program. */
    public static Hello here(String program, String machine) {
        return new Hello(PROTOCOL, program, machine, System.getProperty("user.name", "?"));
    }

    /** Whether the two can work together: records are closed, so both must be of one make. */
    boolean understands(Hello other) {
        return protocol == other.protocol && program.equals(other.program);
    }

    boolean complete() {
        return program != null && machine != null && account != null;
    }
}

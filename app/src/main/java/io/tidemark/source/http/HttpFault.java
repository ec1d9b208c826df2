package io.tidemark.source.http;

import io.tidemark.model.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An exchange that failed, with the problem to show and whether trying again makes sense. */
public final class HttpFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean transientFault;
    private final transient Optional<Duration> wish;

    private HttpFault(Problem problem, boolean transientFault, Optional<Duration> wish, Throwable cause) {
        super(problem.code() + " " + problem.args(), cause);
        this.problem = problem;
        this.transientFault = transientFault;
        this.wish = wish;
    }

    /** A fault of the line or the hour: another attempt may do better. */
    public static HttpFault passing(Problem problem, Throwable cause) {
        return new HttpFault(detailed(problem, cause), true, Optional.empty(), cause);
    }

    /** A fault that another attempt will not mend. */
    public static HttpFault lasting(Problem problem, Throwable cause) {
        return new HttpFault(detailed(problem, cause), false, Optional.empty(), cause);
    }

    /** A server that breaks the protocol or its word. */
    public static HttpFault lie(String code, Object... namesAndValues) {
        return lasting(Problem.of(code, Problem.Category.REFUSED, namesAndValues), null);
    }

    /** The same fault with the time that the server asked us to wait before the next attempt. */
    public HttpFault after(Duration time) {
        return new HttpFault(problem, transientFault, Optional.of(time), getCause());
    }

    /** How long the server asked us to wait, if it did. */
    public Optional<Duration> wish() {
        return wish;
    }

    /** What to show. */
    public Problem problem() {
        return problem;
    }

    /** Whether another attempt may do better. */
    public boolean passing() {
        return transientFault;
    }

    private static Problem detailed(Problem problem, Throwable cause) {
        return problem.with(Optional.ofNullable(cause).map(Object::toString).orElse(""));
    }
}

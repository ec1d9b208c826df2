package io.tidemark.source;

import io.tidemark.model.Problem;
import io.tidemark.source.http.Exchange;
import io.tidemark.source.http.HttpFault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a status that brings no file means (RFC 9110, section 15). */
record Statuses(Clock clock) {

    /** The fault that this status is; the rest of the answer is thrown away. */
    HttpFault fault(Exchange exchange) {
        int status = exchange.status();
        exchange.discard();
        Object url = exchange.url();
        if (status == 404 || status == 410) {
            return HttpFault.lasting(Problem.of("upstream.missing", Problem.Category.UNREACHABLE, "object", url), null);
        }
        Problem problem = Problem.of("upstream.http", Problem.Category.UNREACHABLE, "object", url, "status", status);
        HttpFault fault = passing(status) ? HttpFault.passing(problem, null) : HttpFault.lasting(problem, null);
        return exchange.header("retry-after")
                .flatMap(this::wait)
                .map(fault::after)
                .orElse(fault);
    }

    private static boolean passing(int status) {
        return switch (status) {
            case 408, 425, 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private Optional<Duration> wait(String retryAfter) {
        if (retryAfter.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        return Validators.date(retryAfter)
                .map(when -> Duration.between(clock.instant(), when))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}

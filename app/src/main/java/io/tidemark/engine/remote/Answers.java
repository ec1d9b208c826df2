package io.tidemark.engine.remote;

import io.tidemark.engine.Json;
import io.tidemark.model.Problem;

/** What calls came back with, checked for being whole. */
final class Answers {

    private Answers() {}

    static Object whole(Entry entry, byte[] body) throws BrokenProtocol {
        Object answer = entry.unpackAnswer(body);
        if (answer == null && entry.method().getReturnType() != void.class) {
            throw new BrokenProtocol(entry.name() + " answers nothing");
        }
        return answer;
    }

    static Problem problem(byte[] body) throws BrokenProtocol {
        Problem problem = Json.mapper().readValue(body, Problem.class);
        if (problem == null || problem.code() == null || problem.category() == null || problem.state() == null) {
            throw new BrokenProtocol("an incomplete problem");
        }
        return problem;
    }
}

package io.tidemark.engine.remote;

import io.tidemark.engine.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The first words of both sides. A newer program may say more of itself than we know; that is passed over. */
final class Greeting {

    private static final int MOST_NOISE = 64 << 10;
    private static final int LONGEST_LINE = 8 << 10;
    private static final int LARGEST = 4 << 10;
    private static final JsonMapper LENIENT = Json.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Greeting() {}

    /** Passes over what a log-in shell may have said, up to the sign; answers whether it came. */
    static boolean find(FrameReader reader) throws IOException {
        int noise = 0;
        for (Optional<String> line = reader.line(LONGEST_LINE); line.isPresent(); line = reader.line(LONGEST_LINE)) {
            if (line.get().strip().equals(Hello.SIGN)) {
                return true;
            }
            noise += line.get().length() + 1;
            if (noise > MOST_NOISE) {
                throw new BrokenProtocol("no program attends there, something else talks");
            }
        }
        return false;
    }

    static Frame of(Hello hello) {
        return Frame.of(Frame.Kind.HELLO, 0, Json.write(hello).getBytes(StandardCharsets.UTF_8));
    }

    static Hello read(FrameReader reader) throws IOException {
        Frame frame = reader.read().orElseThrow(() -> new BrokenProtocol("the stream ended before a greeting"));
        if (frame.kind() != Frame.Kind.HELLO || frame.body().length > LARGEST) {
            throw new BrokenProtocol("no greeting: " + frame.kind());
        }
        try {
            Hello hello = LENIENT.readValue(frame.body(), Hello.class);
            if (hello.complete()) {
                return hello;
            }
        } catch (JacksonException unreadable) {
            throw new BrokenProtocol("the greeting cannot be read: " + unreadable.getOriginalMessage());
        }
        throw new BrokenProtocol("the greeting is incomplete");
    }
}

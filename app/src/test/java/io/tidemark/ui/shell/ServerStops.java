package io.tidemark.ui.shell;

import io.tidemark.engine.Connections.Connection;
import io.tidemark.engine.Connections.State;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.SecretQuestion;
import io.tidemark.ui.Place;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the window says and asks about servers, by the name of its picture. */
final class ServerStops {

    private static final String HOST = "mirror@paris-1.example.org";

    private ServerStops() {}

    static Map<String, Consumer<Tour>> all() {
        Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();
        stops.put("90-ask-host-key", tour -> {
            home(tour, State.CUT);
            HostKeyQuestion question = new HostKeyQuestion(
                    "paris-1.example.org", "ssh-ed25519", "SHA256:Yk2cVw0bQk5b8f1mT3o9uXz7J4hE6aR1sL0pN2dGqWk");
            QuestionSheet.trust(tour.ui(), question, new CompletableFuture<>());
        });
        stops.put("91-ask-passphrase", tour -> {
            home(tour, State.CUT);
            SecretQuestion question =
                    new SecretQuestion(SecretQuestion.Kind.PASSPHRASE, "/home/admin/.ssh/id_ed25519", "", 2, true);
            QuestionSheet.secret(tour.ui(), question, new CompletableFuture<>());
        });
        stops.put("92-line-cut", tour -> home(tour, State.CUT));
        return stops;
    }

    private static void home(Tour tour, State state) {
        tour.go(Place.repository("alpine-thin-clients"));
        LineStrip strip = (LineStrip) tour.content().lookup(".line-strip");
        strip.accept(List.of(new Connection(HOST, state, Instant.parse("2022-08-16T18:10:00Z"), Optional.empty())));
    }
}

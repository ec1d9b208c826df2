package io.tidemark.engine.host;

import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.Documents;
import io.tidemark.host.publish.Showing;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What clients that follow documents are to be told on a host.
 *
 * @param documents of the channel
 * @param current whether they are told that already
 * @param beside the same documents as other channels are led by them
 * @param moving those of these channels that lead elsewhere now
 */
record Told(Documents documents, boolean current, Map<String, Documents> beside, List<String> moving) {

    Told {
        beside = new TreeMap<>(beside);
        moving = List.copyOf(moving);
    }

    /** Documents that speak of one channel alone. */
    static Told of(Documents documents, boolean current) {
        return new Told(documents, current, Map.of(), List.of());
    }

    void show(CopySession session, String channel, String reason) throws ProblemException, InterruptedException {
        Showing showing = new Showing(session);
        for (Map.Entry<String, Documents> other : beside.entrySet()) {
            showing.beside(other.getKey(), other.getValue());
        }
        showing.forward(channel, documents, reason);
    }
}

package io.tidemark.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.delta.DeltaForecast;
import io.tidemark.delta.DeltaPair;
import io.tidemark.ui.SampleContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForetoldSizesTest {

    @TempDir
    Path temp;

    private final DeltaPair pair = new DeltaPair("old", "new");
    private final List<DeltaPair> asked = new ArrayList<>();
    private final ForetoldSizes foretold = new ForetoldSizes();

    @Test
    void aPairIsSampledOnceAsLongAsItsImagesStay() throws Exception {
        SampleContext job = new SampleContext();
        DeltaForecast forecast = forecast(job);
        assertEquals(7, forecast.bytes(pair));
        assertEquals(7, forecast(job).bytes(pair));
        assertEquals(List.of(pair), asked);
        assertEquals(2, job.progress().sample().doneFiles());
        Files.writeString(temp.resolve("new"), "another image");
        assertEquals(7, forecast(job).bytes(pair));
        assertEquals(List.of(pair, pair), asked);
    }

    private DeltaForecast forecast(SampleContext job) {
        DeltaForecast sampled = wanted -> {
            asked.add(wanted);
            return 7;
        };
        return foretold.over(sampled, Map.of("old", temp.resolve("old"), "new", temp.resolve("new")), job);
    }
}

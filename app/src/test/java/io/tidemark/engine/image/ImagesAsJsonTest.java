package io.tidemark.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.engine.Images.Contents;
import io.tidemark.engine.Images.DeltaSizes;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Owners;
import io.tidemark.engine.Images.Pair;
import io.tidemark.engine.Images.Span;
import io.tidemark.engine.Images.Told;
import io.tidemark.engine.Images.Way;
import io.tidemark.engine.Images.Worker;
import io.tidemark.engine.Images.Workers;
import io.tidemark.engine.Json;
import io.tidemark.kind.ImageSums;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProgressSample;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said of images travels as JSON, and notes of earlier versions are still read. */
class ImagesAsJsonTest {

    @Test
    void matrixMapAndWorkersComeBackAsTheyWent() {
        Phrase why = Phrase.of("delta.reason.exists");
        same(new Matrix(
                List.of(new Image("a", "1", 5, 7)),
                Map.of("s", List.of("a")),
                List.of(
                        new Cell("a", "b", Way.EXISTS, 3, List.of(), why, OptionalLong.of(12)),
                        new Cell("b", "a", Way.CHAIN, 3, List.of("c"), why)),
                3,
                0,
                -1));
        same(new BlockMap(
                9,
                3,
                List.of(0, 1000, 5),
                4,
                new DeltaSizes(4, 5, true),
                new Contents(
                        Told.PLACES,
                        List.of(new Owners(List.of("x"), 2)),
                        List.of(
                                new ChangedFile("x", 1, 2, 3, 4, List.of(new Span(0, 1))),
                                new ChangedFile("y", 1, -1)))));
        same(new Workers(
                2,
                List.of(new Worker(0, "a", "b", ProgressSample.none())),
                List.of(new Pair("b", "a")),
                List.of(new Pair("a", "c"))));
    }

    @Test
    void aNoteThatDoesNotSayHowLongItTookIsRead() {
        DeltaFacts facts = new DeltaFacts("a", "b", "0", "1", new ImageSums(1, 2, "3", "4"), true, OptionalLong.of(8));
        same(facts);
        String earlier = Json.write(facts).replaceFirst(",?\"took\":8", "");
        assertEquals(OptionalLong.empty(), Json.read(earlier, DeltaFacts.class).took());
    }

    private static void same(Object said) {
        assertEquals(said, Json.read(Json.write(said), said.getClass()));
    }
}

package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.kind.ImageName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageNamesTest {

    private static final String GOOD = "puavo-os-amxa-buster-2022-01-20-173248-amd64.img";

    @Test
    void splitsANameWhereTheClientsDo() {
        assertEquals(
                Optional.of(new ImageName(
                        "puavo-os-amxa-buster-2022-01-20-173248-amd64",
                        GOOD,
                        "puavo-os-amxa-buster",
                        "2022-01-20-173248",
                        "amd64",
                        "20220120173248")),
                Sample.TREE.name(GOOD));
        assertEquals(
                "puavo-os-amxa-buster-amd64",
                Sample.TREE.seriesOf(Sample.TREE.name(GOOD).orElseThrow()));
        assertEquals("meta/x.json", Sample.TREE.seriesPath("x"));
    }

    @Test
    void namesADeltaByItsSourceAndTheStampOfItsTarget() {
        ImageName from = Sample.TREE.name(GOOD).orElseThrow();
        ImageName to = Sample.TREE
                .name("puavo-os-free-buster-2022-02-04-140532-arm64.img")
                .orElseThrow();
        assertEquals(
                "rdiffs/puavo-os-amxa-buster-2022-01-20-173248--2022-02-04-140532-amd64.rdiff",
                Sample.TREE.deltaPath(from, to));
        assertEquals(
                Optional.of(new ImageNames.DeltaName("20220120173248", "20220204140532")),
                ImageNames.delta("puavo-os-amxa-buster-2022-01-20-173248--2022-02-04-140532-amd64.rdiff"));
    }

    @Test
    void namesThatTwoProgramsWouldReadDifferentlyAreNone() {
        for (String bad : List.of(
                "",
                ".img",
                "puavo-2022-01-20-173248-amd64.img",
                "puavo-os-amxa-buster-2022-01-20-173248-amd64.IMG",
                "puavo-os-amxa-buster-2022-01-20-173248-amd64.img\n",
                "Puavo-os-amxa-buster-2022-01-20-173248-amd64.img",
                "../puavo-os-buster-2022-01-20-173248-amd64.img",
                "-os-amxa-buster-2022-01-20-173248-amd64.img",
                "puavo--os-buster-2022-01-20-173248-amd64.img",
                "puavo-os-buster-2022-01-20-173248-amd-64.img",
                "puavo-os-buster-2022-02-30-173248-amd64.img",
                "puavo-os-buster-0000-01-20-173248-amd64.img",
                "puavo-os-buster-2022-01-20-243248-amd64.img",
                "puavo-os-7-2022-01-20-173248-amd64.img",
                "puavo-os-2021-01-20-173248-2022-01-20-173248-amd64.img",
                "puavo-os-" + "x".repeat(120) + "-2022-01-20-173248-amd64.img",
                "puavo-os-buster-2022-01-20-173248-.img",
                "puavo-os-büster-2022-01-20-173248-amd64.img")) {
            assertEquals(Optional.empty(), Sample.TREE.name(bad), bad);
        }
    }
}

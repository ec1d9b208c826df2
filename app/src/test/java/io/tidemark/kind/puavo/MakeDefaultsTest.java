package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.kind.ImageSettings.Defaults;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeDefaultsTest {

    private static final Defaults SOME =
            new Defaults("/srv/images", "https://images.example.org", "/srv/images/mirror", "buster");

    @TempDir
    Path dir;

    private static Defaults read(String text) throws ProblemException {
        return MakeDefaults.read("defaults.mk", text);
    }

    @Test
    void anEmptyTextLeavesWhatTheMakefileHas() throws Exception {
        assertEquals(
                new Defaults(
                        "/srv/puavo-os-images", "https://cdn.puavo.org", "/srv/puavo-os-images/mirror", "bookworm"),
                read(""));
    }

    @Test
    void writesFourSettingsAndReadsThem() throws Exception {
        assertEquals(
                "image_dir := /srv/images\nimages_urlbase := https://images.example.org\n"
                        + "mirror_dir := /srv/images/mirror\ndebootstrap_suite := buster\n",
                MakeDefaults.write(SOME));
        assertEquals(SOME, read(MakeDefaults.write(SOME)));
    }

    @Test
    void readsAsMakeDoes() throws Exception {
        Defaults found = read("# ours\n\nimage_dir=/srv/a\\#b# rest\nmirror_dir := ${image_dir}/m$$\n"
                + "debootstrap_suite ?= buster\nremote_mirror ::= x.example.org\nmode := production\n");
        assertEquals(new Defaults("/srv/a#b", "https://x.example.org", "/srv/a#b/m$", "bookworm"), found);
    }

    @Test
    @NeedsProgram("make")
    void makeReadsWhatWeWriteAndWhatWeRead() throws Exception {
        assertEquals(
                SOME.images() + "|" + SOME.base() + "|" + SOME.mirror() + "|" + SOME.suite(),
                make(MakeDefaults.write(SOME)));
        String odd = "image_dir = /srv/a\\#b\nimages_urlbase := https://x  \nmirror_dir := $(image_dir)/m\n"
                + "debootstrap_suite := é\n";
        Defaults found = read(odd);
        assertEquals(found.images() + "|" + found.base() + "|" + found.mirror() + "|" + found.suite(), make(odd));
    }

    @Test
    void valuesThatMakeWouldMisreadAreNotWritten() {
        for (String bad :
                List.of("", "/a b", "/a#b", "/a$b", "/a\nb", "/a\\", "/a;id", "/a`id`", "/a'", "/a\tb", "*")) {
            Defaults defaults = new Defaults("/srv", "https://x", bad, "buster");
            assertEquals(
                    "puavo.make",
                    assertThrows(ProblemException.class, () -> MakeDefaults.write(defaults), bad)
                            .problem()
                            .code());
        }
    }

    @Test
    void linesThatAreMoreThanASettingAreRefused() {
        for (String bad : List.of(
                "include x",
                "all:\n\techo",
                "ifdef x",
                "image_dir := $(shell id)",
                "image_dir := $(unknown)",
                "image_dir := $x",
                "image_dir := a\\\nb",
                "image_dir += b",
                "image_dir != id",
                "define x")) {
            assertEquals(
                    "puavo.defaults",
                    assertThrows(ProblemException.class, () -> read(bad), bad)
                            .problem()
                            .code());
        }
    }

    private String make(String defaults) throws Exception {
        Files.writeString(dir.resolve("defaults.mk"), defaults);
        Files.writeString(
                dir.resolve("Makefile"),
                "include defaults.mk\n$(info $(image_dir)|$(images_urlbase)|$(mirror_dir)|$(debootstrap_suite))\nall:\n"
                        + "\t@:\n");
        Process process = new ProcessBuilder("make", "-s", "-C", dir.toString(), "--no-print-directory")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\n$", "");
    }
}

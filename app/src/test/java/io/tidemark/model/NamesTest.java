package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"latest-stable", "prod:fedora/41/x86_64/kinoite", "fedora/41", "prod:a", "_x/y+z"})
    void channelsAreLinksOrRefs(String name) {
        assertTrue(Names.validChannel(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":a",
                "a:",
                "a:b:c",
                "/a",
                "a/",
                "a//b",
                "..",
                "a/..",
                "a/.b",
                "-a",
                "a:-b",
                "a b",
                "a%b",
                "é",
                "x.tmp",
                "a:x/y.tmp",
                "a\nb"
            })
    void whatHidesOrEscapesIsNone(String name) {
        assertFalse(Names.validChannel(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod:a", "fedora/41", "_x"})
    void aLinkIsAPlainFileName(String name) {
        assertFalse(Names.validLink(name));
    }
}

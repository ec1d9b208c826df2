package io.tidemark.source;

import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidemark.model.Problem.Category;
import io.tidemark.model.TransferSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlSourcesTest {

    private static Source open(String url) throws Exception {
        return new UrlSources().open(url, TransferSettings.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns://x/y", "ssh://x/y", "gopher://x"})
    void refusesOtherSchemes(String url) {
        refused("upstream.scheme", Category.USAGE, () -> open(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://user:secret@host/",
                "http://host/?x=1",
                "http://host/#x",
                "http://ho st/",
                "",
                "http://host:99999/",
                "file://host/path",
                "file:relative",
                "rsync://-e/m",
                "rsync://h/m/*",
                "rsync://h/m/../x",
                "rsync://h:99999/m",
                "rsync+ssh://-oProxyCommand=x/p"
            })
    void refusesWhatIsNoAddress(String url) {
        refused("upstream.url", Category.USAGE, () -> open(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsync://me:secret@host/m", "rsync+ssh://me:secret@host/p"})
    void refusesPasswordsWithoutRepeatingThem(String url) {
        assertFalse(refused("upstream.password", Category.USAGE, () -> open(url))
                .args()
                .toString()
                .contains("secret"));
    }

    @Test
    void keepsTheRootAsItWasWritten() throws Exception {
        try (Source source = open("https://mirror.example/alpine")) {
            assertEquals("https://mirror.example/alpine", source.root());
        }
    }
}

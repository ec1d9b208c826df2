package io.tidemark.source;

import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidemark.model.Problem.Category;
import io.tidemark.model.TransferSettings;
import java.util.List;
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
                "http://user@host/",
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
    @ValueSource(
            strings = {
                "rsync://me:secret@host/m",
                "rsync+ssh://me:secret@host/p",
                "https://me:secret@host/m",
                "HTTP://:secret@host:8080/m@n",
                "ftp://me:a@secret@host/m",
                "https://me:secret/a@host/m",
                "gopher://me:secret@host/m"
            })
    void refusesPasswordsWithoutRepeatingThem(String url) {
        assertFalse(refused("upstream.password", Category.USAGE, () -> open(url))
                .args()
                .toString()
                .contains("secret"));
    }

    @Test
    void tellsPasswordsFromPortsAndPaths() {
        for (String plain :
                List.of("https://host:8080/a@b", "ssh://me@host:22/p", "rsync://me@[::1]:873/m@n", "me@host:p")) {
            assertFalse(Userinfo.hasPassword(plain), plain);
            assertEquals(plain, Userinfo.withoutPassword(plain));
        }
        assertEquals("https://me@host/a@b", Userinfo.withoutPassword("https://me:a:b@c@host/a@b"));
        assertEquals("https://host/", Userinfo.withoutPassword("https://:secret@host/"));
    }

    @Test
    void keepsTheRootAsItWasWritten() throws Exception {
        try (Source source = open("https://mirror.example/alpine")) {
            assertEquals("https://mirror.example/alpine", source.root());
        }
    }
}

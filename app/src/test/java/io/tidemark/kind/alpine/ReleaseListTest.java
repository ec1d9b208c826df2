package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseListTest {

    @Test
    void readsEveryValueAsTextAndChoosesTheNewestByNumber() throws Malformed {
        ReleaseList list = read("""
            ---
            -
              desc: |
                several lines
                  file: not a field
              version: 3.9
              flavor: alpine-virt
              file: alpine-virt-3.9-x86_64.iso
            -
              version: 3.10
              flavor: alpine-xen
              iso: alpine-xen-3.10-x86_64.iso
              size: 010
            """);
        assertEquals("3.10", list.newest());
        AlpineOptions all = new AlpineOptions("v3", List.of(), List.of(), List.of("all"), "");
        assertEquals(
                List.of(new ReleaseItem("3.10", "alpine-xen", "", "alpine-xen-3.10-x86_64.iso", 10, "")),
                list.wanted(all));
        assertEquals(List.of(), list.wanted(new AlpineOptions("v3", List.of(), List.of(), List.of("virt"), "")));
    }

    @Test
    void anEmptyListHasNoRelease() throws Malformed {
        assertEquals("", read("[]").newest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- {version: 3.15.4, file: ../../etc/passwd}",
                "- {version: 3.15.4, file: a/b.iso}",
                "- {version: 3.15.4, file: .hidden}",
                "- {version: ../3, file: a.iso}",
                "- {version: 3.15.4}",
                "- {version: 3.15.4, file: a.iso, sha256: zz}",
                "- {version: 3.15.4, file: a.iso, size: -5}",
                "- {version: 3.15.4, file: a.iso}\n- {version: 3.15.4, file: a.iso}",
                "- {version: 3.15.4, version: 3.15.5, file: a.iso}",
                "- &a [x]\n- *a",
                "- !!java.io.File {version: 3}",
                "not yaml: [",
                "just text",
                "- [1, 2]"
            })
    void hostileListsAreRefused(String yaml) {
        Malformed refused = assertThrows(Malformed.class, () -> read(yaml));
        assertTrue(refused.code().startsWith("alpine.releases."), refused.code());
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertEquals(
                "alpine.releases.format",
                assertThrows(Malformed.class, () -> read("[".repeat(100_000))).code());
    }

    private static ReleaseList read(String yaml) throws Malformed {
        return ReleaseList.read(yaml.getBytes(StandardCharsets.UTF_8));
    }
}

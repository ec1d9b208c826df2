package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    private static final String SIGNS = "abc '\"\\$`!*?[]{}()<>|&;#~=%^\n\t\r-/.,:@\u001b\u007fé😀";

    @Test
    void wordsComeBackFromEveryShellOfThisMachine() throws Exception {
        List<String> words = new ArrayList<>();
        Random random = new Random(7);
        int[] signs = SIGNS.codePoints().toArray();
        for (int i = 0; i < 2000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                word.appendCodePoint(signs[random.nextInt(signs.length)]);
            }
            words.add(word.toString());
        }
        for (String shell :
                List.of("/bin/sh", "/bin/bash", "/bin/dash", "/bin/zsh", "/usr/bin/zsh", "/usr/bin/fish", "/bin/ksh")) {
            if (Files.isExecutable(Path.of(shell))) {
                assertEquals(words, through(shell, words), shell);
            }
        }
    }

    @Test
    void noWordHoldsNul() {
        assertThrows(IllegalArgumentException.class, () -> ShellWords.quote("a\0b"));
    }

    private static List<String> through(String shell, List<String> words) throws Exception {
        String line = "printf '%s\\0' " + ShellWords.join(words);
        Process process = new ProcessBuilder(shell, "-c", line).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        List<String> back = new ArrayList<>(List.of(said.split("\0", -1)));
        back.removeLast();
        return back;
    }
}

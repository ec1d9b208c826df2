package io.tidemark.proof;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.demo.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A small signed upstream and a mirror of it that clients follow through {@code latest-stable}.
 *
 * @param place how the console calls its directory
 */
record Mirror(AlpineUpstream upstream, Path dir, Console console, String place) {

    static final String CHANNEL = "latest-stable";

    private static final int FEW = 24;

    /** Making one takes as long as a hundred packages. */
    private static final SigningKey KEY = SigningKey.of(AlpineRecipe.small().seed());

    /** An upstream below {@code base}, and a place for the mirror. */
    static Mirror at(Path base) throws IOException {
        return at(base, new Console(base.resolve("workspace.json")));
    }

    static Mirror at(Path base, Console console) throws IOException {
        return at(base, console, FEW);
    }

    static Mirror at(Path base, Console console, int packages) throws IOException {
        Path dir = base.resolve("alpine");
        return new Mirror(upstream(base.resolve("upstream"), packages), dir, console, dir.toString());
    }

    static AlpineUpstream upstream(Path place) throws IOException {
        return upstream(place, FEW);
    }

    private static AlpineUpstream upstream(Path place, int packages) throws IOException {
        return AlpineUpstream.create(
                place, AlpineRecipe.small().withPackages(packages).withPayload(600), KEY);
    }

    /** The mirror made, its first version promoted. */
    Mirror living(String url, String... options) {
        init(url, options);
        console.does("update", place(), "--quiet", "--promote", CHANNEL);
        return this;
    }

    Ran init(String url, String... options) {
        String[] words = {
            "init",
            place(),
            "--kind",
            "alpine",
            "--upstream",
            url,
            "--branch",
            "v3.15",
            "--arch",
            "x86_64",
            "--repos",
            "main,community,releases",
            "--keys",
            upstream.root().resolve("keys").toString()
        };
        String[] all = java.util.Arrays.copyOf(words, words.length + options.length);
        System.arraycopy(options, 0, all, words.length, options.length);
        return console.does(all);
    }

    /** The upstream as a directory. */
    String url() {
        return upstream.root().toUri().toString();
    }

    Ran update(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "update";
        all[1] = place();
        System.arraycopy(options, 0, all, 2, options.length);
        return console.run(all);
    }

    SortedMap<String, String> seen() throws IOException {
        return Seen.in(dir);
    }

    /** What the channel's link says. */
    String live() throws IOException {
        return Files.readSymbolicLink(dir.resolve(CHANNEL)).toString();
    }
}

package io.tidemark.kind;

import io.tidemark.kind.puavo.PuavoKind;
import io.tidemark.model.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class PuavoContractTest extends KindContract {

    private Path images;

    @Override
    protected RepositoryKind kind() {
        return new PuavoKind();
    }

    @Override
    protected Upstream make() throws Exception {
        images = Files.createDirectory(dir.resolve("images"));
        Files.createDirectory(images.resolve("mirror"));
        Files.writeString(images.resolve("README"), "not an image");
        for (int day = 10; day < 14; day++) {
            image("puavo-os-demo-bookworm-2026-01-" + day + "-080000-amd64.img", "image of day " + day);
        }
        return new Upstream(images.toUri().toString(), Map.of("base-url", List.of("https://images.example.org/")));
    }

    @Override
    protected void move() throws Exception {
        image("puavo-os-demo-bookworm-2026-02-03-081500-amd64.img", "a newer one");
    }

    private void image(String name, String content) throws Exception {
        Path file = Files.writeString(images.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-03T09:00:07.123456789Z")));
    }
}

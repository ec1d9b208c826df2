package io.tidemark.kind.puavo;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageTree;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Unsquashfs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an image says of its own configuration: the definitions of puavo-conf that lie in it, as one object. */
final class Definitions {

    /** Of an image that says nothing. */
    static final String NONE = "{}";

    private static final String DIRECTORY = "usr/share/puavo-conf/definitions";
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 8L << 20;

    private final Unsquashfs program;
    private final Path image;

    Definitions(Unsquashfs program, Path image) {
        this.program = program;
        this.image = image;
    }

    /** The text itself, which is one JSON object in one line. */
    static String require(String text) {
        if (text.indexOf('\n') >= 0
                || !Json.read(text.getBytes(StandardCharsets.UTF_8)).isObject()) {
            throw new IllegalArgumentException("no object in one line: " + text);
        }
        return text;
    }

    ImageTree.Definitions read(JobContext job) throws InterruptedException {
        job.checkpoint();
        if (!Superblock.of(image).isPresent()) {
            return none("notice.puavo.conf.squashfs", "object", image.getFileName());
        }
        try {
            Unsquashfs.Bounds bounds = new Unsquashfs.Bounds(MOST_FILES, MOST_BYTES);
            return union(program.read(image, DIRECTORY, ".json", bounds));
        } catch (ProblemException failed) {
            return failed.problem().code().equals("program.missing")
                    ? none("notice.puavo.conf.program", "object", image.getFileName())
                    : none("notice.puavo.conf.unreadable", "object", image.getFileName(), "part", DIRECTORY);
        }
    }

    private ImageTree.Definitions union(SortedMap<String, byte[]> files) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Optional<JsonNode> definitions = object(file.getValue());
            if (definitions.isEmpty()) {
                return none("notice.puavo.conf.unreadable", "object", image.getFileName(), "part", file.getKey());
            }
            for (Map.Entry<String, JsonNode> each : definitions.get().properties()) {
                if (all.has(each.getKey())) {
                    return duplicate(each.getKey(), file.getKey());
                }
                all.set(each.getKey(), each.getValue());
            }
        }
        return new ImageTree.Definitions(Json.compact(all), Optional.empty());
    }

    private static Optional<JsonNode> object(byte[] file) {
        try {
            return Optional.of(Json.read(file)).filter(JsonNode::isObject);
        } catch (JacksonException odd) {
            return Optional.empty();
        }
    }

    private ImageTree.Definitions duplicate(String key, String file) {
        return none(
                "notice.puavo.conf.duplicate",
                "object",
                image.getFileName(),
                "key",
                EntryPath.of(key).text(),
                "part",
                file);
    }

    private static ImageTree.Definitions none(String key, Object... args) {
        return new ImageTree.Definitions(NONE, Optional.of(Notice.warning(key, args)));
    }
}

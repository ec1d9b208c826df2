package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSeries;
import io.tidemark.model.Names;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document {@code config/images/<suite>.json} of puavo-os. Until January 2023 a series was an array of file names; since
 * then it is an object, and the old form is refused there, so only the new one is written.
 *
 * @param where what people call the document
 */
record SeriesConfig(String where) {

    private static final String CODE = "puavo.config";
    private static final String IMAGES = "images";
    private static final String EXTRAS = "extra_rdiffs";
    private static final Pattern ANY = Pattern.compile("\\S{1,4096}");

    List<ImageSeries> read(byte[] document) throws ProblemException {
        try {
            List<ImageSeries> all = new ArrayList<>();
            Map<String, Spot> fields = new Spot(where, CODE, "", Json.read(document)).fields();
            for (Map.Entry<String, Spot> each : fields.entrySet()) {
                if (!Names.validLink(each.getKey())) {
                    throw Spot.wrong(where, CODE, "", each.getKey());
                }
                all.add(series(each.getKey(), each.getValue()));
            }
            return all;
        } catch (JacksonException odd) {
            throw Spot.wrong(where, CODE, "", String.valueOf(odd.getOriginalMessage()));
        }
    }

    private static ImageSeries series(String name, Spot series) throws ProblemException {
        if (series.node().isArray()) {
            return new ImageSeries(name, files(series), Map.of());
        }
        series.fields();
        return new ImageSeries(name, files(series.at(IMAGES)), extras(series.maybe(EXTRAS)));
    }

    private static Map<String, List<String>> extras(Optional<Spot> extras) throws ProblemException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (extras.isPresent()) {
            for (Map.Entry<String, Spot> each : extras.get().fields().entrySet()) {
                ImageName target = ImageNames.image(each.getKey()).orElseThrow(each.getValue()::wrong);
                all.put(target.file(), files(each.getValue()));
            }
        }
        return all;
    }

    /** File names of images, each once. */
    private static List<String> files(Spot list) throws ProblemException {
        Set<String> files = new LinkedHashSet<>();
        for (Spot each : list.items()) {
            ImageName image = ImageNames.image(each.text(ANY)).orElseThrow(each::wrong);
            if (!files.add(image.file())) {
                throw each.wrong();
            }
        }
        return List.copyOf(files);
    }

    static byte[] write(List<ImageSeries> series) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode document = nodes.objectNode();
        for (ImageSeries each : series) {
            ObjectNode object = document.putObject(each.name());
            object.set(IMAGES, array(each.images()));
            ObjectNode extras = object.putObject(EXTRAS);
            new TreeMap<>(each.extras()).forEach((target, sources) -> extras.set(target, array(sources)));
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines);
        String text = Json.writer().writer().with(printer).writeValueAsString(document);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode array(List<String> files) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        files.forEach(array::add);
        return array;
    }
}

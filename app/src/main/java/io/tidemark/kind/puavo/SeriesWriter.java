package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageSums;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the documents of a repository with fields in the order of {@code make-rdiffs.rake}: size a number, CRC a text.
 * Below a series there is nothing but {@code images}, for laptops iterate over every value there.
 *
 * @param base what every URL begins with, without a slash at its end
 */
record SeriesWriter(String base) {

    /** The document of one series. */
    byte[] document(PublishedSeries series) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.writer().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeName(series.name());
            json.writeStartObject();
            json.writeArrayPropertyStart("images");
            series.images().forEach(image -> image(json, image));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void image(JsonGenerator json, PublishedImage image) {
        json.writeStartObject();
        json.writeArrayPropertyStart("diffs");
        image.deltas().forEach(delta -> delta(json, delta));
        json.writeEndArray();
        json.writeStringProperty("filename", image.name().file());
        json.writeStringProperty("id", image.name().id());
        json.writeName("puavo-conf");
        json.writeRawValue(Definitions.require(image.definitions()));
        json.writeNumberProperty("size", image.sums().size());
        url(json, image.name().file());
        json.writeStringProperty("version", image.name().version());
        sums(json, image.sums());
        json.writeEndObject();
    }

    private void delta(JsonGenerator json, PublishedDelta delta) {
        json.writeStartObject();
        json.writeStringProperty("filename", delta.file());
        url(json, Places.DELTAS + "/" + delta.file());
        json.writeStringProperty("version", delta.source());
        json.writeNumberProperty("size", delta.sums().size());
        sums(json, delta.sums());
        json.writeEndObject();
    }

    private void url(JsonGenerator json, String path) {
        json.writeArrayPropertyStart("urls");
        json.writeString(base + "/" + path);
        json.writeEndArray();
    }

    private static void sums(JsonGenerator json, ImageSums sums) {
        json.writeStringProperty("cksum", Long.toString(sums.cksum()));
        json.writeStringProperty("sha256", sums.sha256());
        json.writeStringProperty("sha512", sums.sha512());
    }

    /** The list of checksums as {@code cksum} writes it; what two series share stands there twice. */
    static byte[] checksums(Iterable<PublishedSeries> all) {
        StringBuilder text = new StringBuilder();
        for (PublishedSeries series : all) {
            for (PublishedImage image : series.images()) {
                text.append(line(image.name().file(), image.sums()));
                image.deltas().forEach(delta -> text.append(line(delta.file(), delta.sums())));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String file, ImageSums sums) {
        return String.format(Locale.ROOT, "%d %d %s\n", sums.cksum(), sums.size(), file);
    }
}

package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.Names;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Reads the document of a series and refuses what a laptop or a boot server would stumble over. Used once. */
final class SeriesReader {

    static final String CODE = "puavo.meta";

    private static final Pattern ANY = Pattern.compile("\\S{1,4096}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");
    private static final Pattern CRC = Pattern.compile("[0-9]{1,10}");
    private static final String IMAGES = "images";

    private final String where;
    private Optional<String> base = Optional.empty();

    /** A reader of a document that people know by this name. */
    SeriesReader(String where) {
        this.where = where;
    }

    /** What URLs in the document begin with, as its first image tells; empty before it was read, or if it does not tell. */
    Optional<String> base() {
        return base;
    }

    List<PublishedSeries> read(byte[] document) throws ProblemException {
        try {
            List<PublishedSeries> all = new ArrayList<>();
            Map<String, Spot> fields = new Spot(where, CODE, "", Json.read(document)).fields();
            for (Map.Entry<String, Spot> each : fields.entrySet()) {
                all.add(series(each.getKey(), each.getValue()));
            }
            return all;
        } catch (JacksonException odd) {
            throw Spot.wrong(where, CODE, "", String.valueOf(odd.getOriginalMessage()));
        }
    }

    private PublishedSeries series(String name, Spot series) throws ProblemException {
        if (!Names.validLink(name)) {
            throw Spot.wrong(where, CODE, "", name);
        }
        for (Spot each : series.fields().values()) {
            for (Spot item : each.items()) {
                item.fields();
            }
        }
        List<PublishedImage> images = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Spot each : series.at(IMAGES).items()) {
            PublishedImage image = image(each);
            if (!seen.add(image.name().id())) {
                throw each.at("filename").wrong();
            }
            images.add(image);
        }
        return new PublishedSeries(name, images);
    }

    private PublishedImage image(Spot spot) throws ProblemException {
        Spot file = spot.at("filename");
        ImageName name = ImageNames.image(file.text(ANY)).orElseThrow(file::wrong);
        same(spot.at("id"), name.id());
        same(spot.at("version"), name.version());
        urls(spot.at("urls"), name.file());
        List<PublishedDelta> deltas = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Spot each : spot.at("diffs").items()) {
            PublishedDelta delta = delta(each, name);
            if (!seen.add(delta.file())) {
                throw each.at("filename").wrong();
            }
            deltas.add(delta);
        }
        return new PublishedImage(name, sums(spot), definitions(spot), deltas);
    }

    private PublishedDelta delta(Spot spot, ImageName image) throws ProblemException {
        Spot file = spot.at("filename");
        ImageNames.DeltaName name = ImageNames.delta(file.text(ANY))
                .filter(delta -> delta.target().equals(image.version()))
                .orElseThrow(file::wrong);
        same(spot.at("version"), name.source());
        urls(spot.at("urls"), "");
        return new PublishedDelta(file.text(ANY), name.source(), sums(spot));
    }

    private void urls(Spot urls, String file) throws ProblemException {
        List<Spot> items = urls.items();
        if (items.isEmpty()) {
            throw urls.wrong();
        }
        for (Spot each : items) {
            String url = each.text(ANY);
            if (base.isEmpty() && !file.isEmpty() && url.endsWith("/" + file)) {
                base = Optional.of(url.substring(0, url.length() - file.length() - 1));
            }
        }
    }

    private static void same(Spot spot, String wanted) throws ProblemException {
        if (!spot.text(ANY).equals(wanted)) {
            throw spot.wrong();
        }
    }

    private static ImageSums sums(Spot spot) throws ProblemException {
        Spot crc = spot.at("cksum");
        long cksum = Long.parseLong(crc.text(CRC));
        if (cksum > 0xffff_ffffL) {
            throw crc.wrong();
        }
        return new ImageSums(
                spot.at("size").count(),
                cksum,
                spot.at("sha256").text(SHA256),
                spot.at("sha512").text(SHA512));
    }

    private static String definitions(Spot spot) throws ProblemException {
        Optional<Spot> definitions = spot.maybe("puavo-conf");
        if (definitions.isEmpty()) {
            return Definitions.NONE;
        }
        definitions.get().fields();
        return Json.compact(definitions.get().node());
    }
}

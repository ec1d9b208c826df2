package io.tidemark.engine.host;

import io.tidemark.engine.image.HostedImages;
import io.tidemark.engine.image.HostedSeries;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.DocumentSet;
import io.tidemark.host.publish.Documents;
import io.tidemark.host.publish.PublicDocuments;
import io.tidemark.host.publish.PublicFiles;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** What the clients of a copy of images on a host are to be told of a series: only of files that lie there. */
record SeriesThere(ImageTree tree, CopyState state, SshConnection connection, String place) {

    /** A series led by a version that is sealed here and lies there. */
    Documents forward(Sealed sealed, String channel, JobContext job) throws ProblemException, InterruptedException {
        HostedImages images = HostedImages.of(sealed.repository());
        HostedSeries series = images.series(
                channel,
                sealed.version().name(),
                same(sealed),
                (path, digest) -> state.papers()
                        .companion(path)
                        .filter(file -> file.sha256().equals(digest))
                        .isPresent(),
                job);
        HostedSeries lying = lying(series, sealed.version().name());
        return documents(lying, images.metalinks(lying), images.base(), job);
    }

    /** A series led by a version that it named before; what clients were told then is kept there. */
    Documents back(String channel, String version, JobContext job) throws ProblemException, InterruptedException {
        for (DocumentSet set : state.papers().of(channel)) {
            Optional<HostedSeries> series = set.members().contains(version) ? kept(set, channel) : Optional.empty();
            Optional<HostedSeries> back = series.flatMap(it -> it.back(version));
            if (back.isPresent()) {
                return documents(lying(back.get(), version), new LinkedHashMap<>(), set.base(), job);
            }
        }
        throw new ProblemException(Problem.of(
                "host.never-shown", Problem.Category.REFUSED, "object", version, "channel", channel, "place", place));
    }

    /** Versions there that are the same ones as here. */
    private Set<String> same(Sealed sealed) throws ProblemException {
        Set<String> same = new TreeSet<>();
        for (io.tidemark.model.Version here : sealed.repository().store().versions()) {
            boolean there = state.version(here.name())
                    .filter(v -> v.rootDigest().equals(here.rootDigest()))
                    .isPresent();
            if (there && here.state() == VersionState.SEALED) {
                same.add(here.name());
            }
        }
        return same;
    }

    private Optional<HostedSeries> kept(DocumentSet set, String channel) throws ProblemException, InterruptedException {
        Optional<byte[]> document = documents().kept(set);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        return tree.read(set.link(), document.get()).stream()
                .filter(series -> series.name().equals(channel))
                .map(series -> new HostedSeries(tree, series))
                .findFirst();
    }

    /** Nothing is named that is not there; its leader has to be. */
    private HostedSeries lying(HostedSeries series, String leader) throws ProblemException, InterruptedException {
        List<EntryPath> paths =
                series.names().keySet().stream().map(EntryPath::of).toList();
        Map<EntryPath, Long> sizes = new PublicFiles(connection, place).sizes(paths);
        HostedSeries lying = series.only((path, size) -> size.equals(sizes.get(EntryPath.of(path))));
        if (lying.members().isEmpty() || !lying.members().getLast().equals(leader)) {
            throw new ProblemException(Problem.of("host.document-files", Problem.Category.REFUSED, "object", place));
        }
        return lying;
    }

    private Documents documents(HostedSeries series, SequencedMap<String, byte[]> before, String base, JobContext job)
            throws ProblemException, InterruptedException {
        String link = tree.seriesPath(series.series().name());
        SequencedMap<String, byte[]> contents = new LinkedHashMap<>(before);
        contents.putAll(series.documents(others(link, job), base));
        return new Documents(
                link, series.members().getLast(), series.members(), base, contents, List.of(), series.names());
    }

    /** Series that are shown there beside that of one document; one that cannot be read is not counted. */
    private List<PublishedSeries> others(String own, JobContext job) throws ProblemException, InterruptedException {
        String directory = own.substring(0, Math.max(0, own.lastIndexOf('/')));
        String suffix = own.substring(Math.max(own.lastIndexOf('.'), 0));
        List<PublishedSeries> others = new ArrayList<>();
        for (Map.Entry<String, byte[]> document :
                documents().in(directory, suffix).entrySet()) {
            String path = directory + "/" + document.getKey();
            if (!path.equals(own)) {
                others.addAll(read(path, document.getValue(), job));
            }
        }
        return others;
    }

    private List<PublishedSeries> read(String path, byte[] document, JobContext job) {
        try {
            return tree.read(path, document);
        } catch (ProblemException unreadable) {
            job.log(Severity.WARNING, Phrase.of("log.host.unreadable", "object", path));
            return List.of();
        }
    }

    private PublicDocuments documents() {
        return new PublicDocuments(connection, place);
    }
}

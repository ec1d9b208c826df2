package io.tidemark.host.publish;

import io.tidemark.model.Hold;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.JournalChain;
import io.tidemark.store.JournalLine;
import io.tidemark.store.Json;
import io.tidemark.store.LinkPlace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A copy of a repository as it lies on a host, read as a whole.
 *
 * @param outline everything that was said of it
 * @param facts of which repository it is a copy; empty where nobody published yet
 * @param sealed versions whose facts and trees are there, by sequence
 * @param staged versions on their way
 * @param links path of each channel's link, relative to the repository there
 * @param holds by channel
 * @param papers documents and companions, where versions are single files
 * @param journal its history
 */
public record CopyState(
        Outline outline,
        Optional<CopyFacts> facts,
        List<SealedThere> sealed,
        List<SealedThere> staged,
        Map<String, String> links,
        Map<String, Hold> holds,
        Papers papers,
        JournalChain journal) {

    static final String JOURNAL = "journal.jsonl";
    static final String ASIDE = "journal.broken-";
    private static final String VERSIONS = "versions/";
    private static final String STAGING = "staging/";
    private static final String CHANNELS = "channels/";
    private static final String DOCUMENTS = "documents/";
    private static final String HOLDS = "holds/";

    /**
     * Reads what a host said of a copy.
     *
     * @param place where it lies there, for messages
     * @throws ProblemException {@code store.format}, {@code store.damaged}
     */
    static CopyState of(Outline outline, String place) throws ProblemException {
        Reading reading = new Reading(outline, place + "/.tidemark/");
        return new CopyState(
                outline,
                reading.facts(),
                reading.versions(VERSIONS).stream()
                        .filter(v -> outline.standing().contains(v.name()))
                        .toList(),
                reading.versions(STAGING),
                reading.links(),
                reading.holds(),
                reading.papers(),
                reading.journal());
    }

    /** One sealed version by name. */
    public Optional<SealedThere> version(String name) {
        return sealed.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** The version that a channel points at now; empty if its link or document is missing or leads elsewhere. */
    public Optional<String> target(String channel) {
        DocumentThere document = outline.documents().get(channel);
        if (document != null) {
            return papers.shown(channel, document.sha256()).map(DocumentSet::version);
        }
        return Optional.ofNullable(outline.channels().get(channel))
                .flatMap(link -> meaning(links.get(channel), link))
                .flatMap(this::at);
    }

    /** The path relative to the repository that a link means. */
    Optional<String> meaning(String place, LinkThere link) {
        Path root = Path.of("/", outline.name());
        return new LinkPlace(root, place).meaning(link.text().getBytes(StandardCharsets.UTF_8));
    }

    /** When what a channel shows was last changed; empty if it shows nothing. */
    Optional<Instant> shown(String channel) {
        return Optional.ofNullable(outline.channels().get(channel))
                .map(LinkThere::made)
                .or(() -> Optional.ofNullable(outline.documents().get(channel)).map(DocumentThere::made));
    }

    /** Whether a channel is led by a document, and not by a link. */
    public boolean isDocument(String channel) {
        return outline.documents().containsKey(channel) || !papers.of(channel).isEmpty();
    }

    /** Digest of the document that leads a channel; empty if none does. */
    public Optional<String> document(String channel) {
        return Optional.ofNullable(outline.documents().get(channel)).map(DocumentThere::sha256);
    }

    /** Whether its versions are single files in one tree, so that directories there are none. */
    boolean isFlat() {
        return !outline.single().isEmpty() || !papers.companions().isEmpty();
    }

    /** The version whose tree or file lies there. */
    Optional<String> at(String path) {
        return sealed.stream()
                .filter(v -> v.path().equals(path))
                .map(SealedThere::name)
                .findFirst();
    }

    /** The history, of journals that were set aside too; of a broken one what still vouches for itself. */
    public List<JournalEntry> told() {
        List<JournalEntry> told = new ArrayList<>();
        outline.files().forEach((name, bytes) -> {
            if (name.startsWith(ASIDE)) {
                told.addAll(JournalChain.read(bytes, name).told());
            }
        });
        told.addAll(journal.told());
        return told;
    }

    /** Whether something lies at a path that nobody sealed there. */
    public boolean hasForeign(String path) {
        boolean something =
                outline.directories().contains(path) || outline.links().containsKey(path);
        return something && at(path).isEmpty();
    }

    /** Whether a version of that name is on its way. */
    public boolean staged(String name) {
        return staged.stream().anyMatch(v -> v.name().equals(name));
    }

    /** What a plan depends on: where history, channels and holds stand. */
    public String basis() {
        String last = journal.last().map(JournalLine::digest).orElse("");
        return last + outline.channels().values() + outline.documents().values() + holds.keySet();
    }

    /** Sequence of the next version. */
    long next() {
        return sealed.stream().mapToLong(SealedThere::sequence).max().orElse(0) + 1;
    }

    /** Its sealed versions in the form that histories want. */
    public List<Version> versions() {
        return sealed.stream().map(CopyState::version).toList();
    }

    private static Version version(SealedThere there) {
        return new Version(
                there.name(),
                there.sequence(),
                VersionState.SEALED,
                there.published(),
                "",
                there.files(),
                there.bytes(),
                -1,
                there.rootDigest(),
                Optional.empty(),
                Optional.of(there.published()),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Takes the small files apart. */
    private record Reading(Outline outline, String place) {

        Optional<CopyFacts> facts() throws ProblemException {
            byte[] file = outline.files().get(CopyFacts.FILE);
            String path = place + CopyFacts.FILE;
            return file == null
                    ? Optional.empty()
                    : Optional.of(Json.read(file, CopyFacts.class, CopyFacts.FORMAT, path));
        }

        List<SealedThere> versions(String below) throws ProblemException {
            List<SealedThere> versions = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : outline.files().entrySet()) {
                if (file.getKey().startsWith(below)) {
                    versions.add(version(file.getKey(), file.getValue()));
                }
            }
            versions.sort(Comparator.comparingLong(SealedThere::sequence));
            return versions;
        }

        private SealedThere version(String path, byte[] file) throws ProblemException {
            SealedThere version = Json.read(file, SealedThere.class, SealedThere.FORMAT, place + path);
            if (!path.endsWith("/" + version.name() + "/facts.json")) {
                throw new ProblemException(
                        Problem.of("store.damaged", Problem.Category.REFUSED, "object", place + path, "path", path));
            }
            return version;
        }

        Map<String, String> links() throws ProblemException {
            Map<String, String> links = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> file : outline.files().entrySet()) {
                if (file.getKey().startsWith(CHANNELS)) {
                    String link = new String(file.getValue(), StandardCharsets.UTF_8);
                    links.put(
                            ChannelFile.channel(file.getKey().substring(CHANNELS.length())),
                            LinkPlace.of(Path.of("/", outline.name()), link).link());
                }
            }
            return links;
        }

        Map<String, Hold> holds() throws ProblemException {
            Map<String, Hold> holds = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> file : outline.files().entrySet()) {
                if (file.getKey().startsWith(HOLDS)) {
                    holds.put(
                            ChannelFile.channel(file.getKey().substring(HOLDS.length())),
                            Json.read(file.getValue(), Hold.class, place + file.getKey()));
                }
            }
            return holds;
        }

        Papers papers() throws ProblemException {
            List<DocumentSet> sets = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : outline.files().entrySet()) {
                if (file.getKey().startsWith(DOCUMENTS)) {
                    sets.add(set(file.getKey(), file.getValue()));
                }
            }
            byte[] companions = outline.files().get(Companions.FILE);
            return new Papers(
                    sets,
                    companions == null
                            ? List.of()
                            : Json.read(companions, Companions.class, Companions.FORMAT, place + Companions.FILE)
                                    .files());
        }

        private DocumentSet set(String path, byte[] file) throws ProblemException {
            DocumentSet set = Json.read(file, DocumentSet.class, DocumentSet.FORMAT, place + path);
            boolean ours = path.equals(DOCUMENTS + ChannelFile.of(set.channel()) + "/" + set.name() + "/facts.json");
            if (!ours || !set.order().contains(set.link())) {
                throw new ProblemException(
                        Problem.of("store.damaged", Problem.Category.REFUSED, "object", place + path, "path", path));
            }
            return set;
        }

        JournalChain journal() {
            byte[] bytes = outline.files().getOrDefault(JOURNAL, new byte[0]);
            return JournalChain.read(bytes, place + JOURNAL);
        }
    }
}

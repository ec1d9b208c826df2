package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * What lies in one directory below a host's root, as the small program says it. Names are in the form of
 * {@link EntryPath}.
 *
 * @param name the directory
 * @param directories those in it, without ours
 * @param links those in it
 * @param files small files of ours by their path below {@code .tidemark/}
 * @param standing names of versions whose tree or file stands where their facts say
 * @param single those of them that are one file among others
 * @param channels where the links of channels lead, by channel
 * @param documents what the documents of channels are, where these are documents, by channel
 */
public record Outline(
        String name,
        List<String> directories,
        Map<String, LinkThere> links,
        Map<String, byte[]> files,
        Set<String> standing,
        Set<String> single,
        Map<String, LinkThere> channels,
        Map<String, DocumentThere> documents) {

    /** One of which nothing is known. */
    static Outline of(String name) {
        return new Outline(
                name,
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new HashSet<>(),
                new HashSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }

    /**
     * Takes apart what the host said.
     *
     * @throws NoSuchElementException if it is nothing that our program says
     */
    static List<Outline> read(byte[] said) {
        List<Outline> outlines = new ArrayList<>();
        Fields fields = new Fields(said);
        while (fields.more()) {
            byte[] field = fields.raw();
            String name = field.length == 0
                    ? ""
                    : EntryPath.ofBytes(Arrays.copyOfRange(field, 1, field.length))
                            .text();
            if (field.length > 0 && field[0] == 'R') {
                outlines.add(of(name));
            } else {
                outlines.getLast().take(field.length == 0 ? 0 : field[0], name, fields);
            }
        }
        return outlines;
    }

    private void take(int what, String about, Fields fields) {
        switch (what) {
            case 'D' -> directories.add(about);
            case 'L' -> links.put(about, fields.link());
            case 'F' -> files.put(about, fields.raw());
            case 'P' -> channels.put(ChannelFile.channel(about), fields.link());
            case 'M' -> documents.put(ChannelFile.channel(about), fields.document());
            case 'V' -> standing.add(about);
            case 'I' -> {
                standing.add(about);
                single.add(about);
            }
            default -> throw new NoSuchElementException("a field of another kind");
        }
    }

    /** The same as if there were nothing of ours. */
    Outline withoutFiles() {
        return new Outline(name, directories, links, Map.of(), Set.of(), Set.of(), Map.of(), Map.of());
    }

    /** Whether it holds anything that could be a version or a channel, or was ever published to. */
    boolean concernsUs() {
        return !files.isEmpty() || !directories.isEmpty() || !links.isEmpty();
    }
}

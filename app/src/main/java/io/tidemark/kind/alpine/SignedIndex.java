package io.tidemark.kind.alpine;

import java.time.Instant;
import java.util.List;

/**
 * An {@code APKINDEX.tar.gz} taken apart: what is signed by whom, and what it lists. Taking apart does not verify.
 *
 * @param section directory of the index below the version, for example {@code main/x86_64}
 * @param file the bytes as they came
 * @param signatures signatures that it carries and we can check, in order
 * @param signedFrom position of the first signed byte; all from there on is signed
 * @param entries packages, in the order of the index
 * @param made the newest time it tells of itself: of its tar entry or of the newest package
 */
record SignedIndex(
        String section,
        byte[] file,
        List<SignatureEntry> signatures,
        int signedFrom,
        List<IndexEntry> entries,
        Instant made) {

    /** Longest file accepted; the largest of Alpine's own is below 3 MiB. */
    static final int LARGEST_FILE = 32 << 20;

    private static final int LARGEST_TEXT = 64 << 20;
    private static final int MOST_FILES = 16;

    /** Takes the file apart, strictly and within bounds. */
    static SignedIndex read(String section, byte[] file) throws Malformed {
        List<Gunzip.Member> members = Gunzip.members(file, LARGEST_TEXT);
        if (members.isEmpty()) {
            throw Malformed.format("empty file");
        }
        List<TarFiles.TarFile> first = TarFiles.read(members.getFirst().plain(), MOST_FILES);
        boolean signed = !first.isEmpty() && first.getFirst().name().startsWith(".SIGN.");
        List<SignatureEntry> signatures = signed
                ? first.stream()
                        .flatMap(each -> SignatureEntry.of(each).stream())
                        .toList()
                : List.of();
        TarFiles.TarFile text = text(members.subList(signed ? 1 : 0, members.size()));
        List<IndexEntry> entries = IndexText.read(text.content());
        int signedFrom = signed ? members.getFirst().end() : 0;
        return new SignedIndex(section, file, signatures, signedFrom, entries, made(text, entries));
    }

    private static TarFiles.TarFile text(List<Gunzip.Member> members) throws Malformed {
        TarFiles.TarFile found = null;
        for (Gunzip.Member member : members) {
            for (TarFiles.TarFile file : TarFiles.read(member.plain(), MOST_FILES)) {
                if (file.name().equals("APKINDEX") && found != null) {
                    throw Malformed.format("two files named APKINDEX");
                }
                found = file.name().equals("APKINDEX") ? file : found;
            }
        }
        if (found == null) {
            throw Malformed.format("no file named APKINDEX");
        }
        return found;
    }

    private static Instant made(TarFiles.TarFile text, List<IndexEntry> entries) {
        long newest = entries.stream().mapToLong(IndexEntry::built).max().orElse(0);
        return Instant.ofEpochSecond(Math.max(text.modified(), newest));
    }
}

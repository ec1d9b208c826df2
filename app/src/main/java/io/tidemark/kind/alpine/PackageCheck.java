package io.tidemark.kind.alpine;

import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.ProblemException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a package of apk version 2 as its bytes pass: the control member against the index, all that follows it against
 * the {@code datahash} in the control member. Only signature and control are unpacked, the data is hashed as it comes.
 * What begins with {@code ADB} is version 3 and only counted. (apk-v2(5); formats of apk-tools 2 and 3.)
 */
final class PackageCheck extends SizeCheck {

    private static final int LARGEST_CONTROL = 16 << 20;
    private static final byte[] ADB = {'A', 'D', 'B'};

    private enum Stage {
        MAGIC,
        MEMBERS,
        DATA,
        NOT_INSPECTED
    }

    private final ApkChecksum expected;
    private final MessageDigest control;
    private final MessageDigest data = Digests.of("SHA-256");
    private final byte[] magic = new byte[ADB.length];
    private Stage stage = Stage.MAGIC;
    private final GzipMember member = new GzipMember(this::collect);
    private Gunzip.Bounded plain = new Gunzip.Bounded(LARGEST_CONTROL);
    private int members;
    private byte[] datahash;

    PackageCheck(WantedFile wanted, ApkChecksum expected) {
        super(wanted);
        this.expected = expected;
        this.control = Digests.of(expected.algorithm());
    }

    @Override
    public void update(byte[] buffer, int offset, int length) throws ProblemException {
        int before = (int) Math.min(seen(), ADB.length);
        super.update(buffer, offset, length);
        switch (stage) {
            case MAGIC -> magic(buffer, offset, length, before);
            case MEMBERS -> members(buffer, offset, length);
            case DATA -> data.update(buffer, offset, length);
            case NOT_INSPECTED -> {
                // carried byte for byte
            }
        }
    }

    @Override
    public void finish() throws ProblemException {
        member.close();
        super.finish();
        if (stage == Stage.NOT_INSPECTED) {
            return;
        }
        if (stage != Stage.DATA) {
            throw content("signature, control, data", "gzip × " + members);
        }
        byte[] got = data.digest();
        if (!MessageDigest.isEqual(datahash, got)) {
            throw content(
                    "datahash " + HexFormat.of().formatHex(datahash),
                    "datahash " + HexFormat.of().formatHex(got));
        }
    }

    /** The first three bytes tell the version, however they are cut into pieces. */
    private void magic(byte[] buffer, int offset, int length, int before) throws ProblemException {
        int take = Math.min(length, ADB.length - before);
        System.arraycopy(buffer, offset, magic, before, take);
        if (before + take < ADB.length) {
            return;
        }
        if (Arrays.equals(magic, ADB)) {
            stage = Stage.NOT_INSPECTED;
            return;
        }
        stage = Stage.MEMBERS;
        members(magic, 0, ADB.length);
        members(buffer, offset + take, length - take);
    }

    private void members(byte[] buffer, int offset, int length) throws ProblemException {
        int at = offset;
        int left = length;
        while (left > 0 && stage == Stage.MEMBERS) {
            int used = member(buffer, at, left);
            at += used;
            left -= used;
        }
        if (left > 0) {
            data.update(buffer, at, left);
        }
    }

    private int member(byte[] buffer, int offset, int length) throws ProblemException {
        try {
            int used = member.update(buffer, offset, length);
            control.update(buffer, offset, used);
            if (member.complete()) {
                endMember();
            }
            return used;
        } catch (Malformed e) {
            throw content(promised(), e.getMessage());
        }
    }

    private void collect(byte[] buffer, int offset, int length) throws Malformed {
        plain.add(buffer, offset, length);
    }

    /** After a signature comes the control member; the control member must be the one that the index names. */
    private void endMember() throws ProblemException, Malformed {
        members++;
        byte[] digest = control.digest();
        List<TarFiles.TarFile> files = TarFiles.read(plain.bytes(), 64);
        if (members == 1 && !files.isEmpty() && files.getFirst().name().startsWith(".SIGN.")) {
            plain = new Gunzip.Bounded(LARGEST_CONTROL);
            member.restart();
            return;
        }
        if (!MessageDigest.isEqual(expected.bytes(), digest)) {
            throw content(promised(), ApkChecksum.write(expected.algorithm(), digest));
        }
        datahash = PackageInfoFile.datahash(files)
                .orElseThrow(() -> Malformed.format("control member without a datahash"));
        stage = Stage.DATA;
        member.close();
    }

    private String promised() {
        return ApkChecksum.write(expected.algorithm(), expected.bytes());
    }

    /** The {@code .PKGINFO} file of a control member. */
    private static final class PackageInfoFile {

        private static final String KEY = "datahash = ";
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        private PackageInfoFile() {}

        static Optional<byte[]> datahash(List<TarFiles.TarFile> files) {
            if (files.isEmpty() || !files.getFirst().name().equals(".PKGINFO")) {
                return Optional.empty();
            }
            String text = new String(files.getFirst().content(), java.nio.charset.StandardCharsets.UTF_8);
            int next = 0;
            while (next < text.length()) {
                int at = next;
                int end = text.indexOf('\n', at);
                next = end < 0 ? text.length() : end + 1;
                if (text.startsWith(KEY, at)) {
                    String hex = text.substring(at + KEY.length(), next).strip();
                    if (SHA256.matcher(hex).matches()) {
                        return Optional.of(HexFormat.of().parseHex(hex));
                    }
                }
            }
            return Optional.empty();
        }
    }
}

package io.tidemark.kind.ostree;

import io.tidemark.kind.ostree.VariantWriter.Ready;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The file of a static delta that names the others: {@code (a{sv}tayay(a{sv}aya(say)sstayay)aya(uayttay)a(yaytt))}
 * (libostree, ostree-repo-static-delta-private.h).
 *
 * @param content all of it
 */
record DeltaHead(Variant content) {

    private static final String TYPE = "(a{sv}tayay" + Commit.TYPE + "aya(uayttay)a(yaytt))";
    private static final int APART = 7;

    static DeltaHead read(Path file) throws ProblemException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new DeltaHead(Variant.of(TYPE, in.readNBytes(Objects.LARGEST)));
        } catch (Malformed damaged) {
            throw Problems.damaged(file, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }

    /** Large objects that a client fetches by themselves, for the delta does not hold them. */
    Set<Checksum> apart() throws Malformed {
        Set<Checksum> apart = new LinkedHashSet<>();
        Variant list = content.child(APART);
        for (int i = 0; i < list.count(); i++) {
            apart.add(Checksum.of(list.child(i).child(1)));
        }
        return apart;
    }

    /** The same without those, as only a program without a network needs it. */
    byte[] alone() throws Malformed {
        List<Ready> members = new ArrayList<>();
        for (int i = 0; i < APART; i++) {
            Variant each = content.child(i);
            members.add(
                    new Ready(each.bytes(), each.type().alignment(), each.type().size() > 0));
        }
        members.add(new Ready(new byte[0], content.child(APART).type().alignment(), false));
        return VariantWriter.tuple(members);
    }
}

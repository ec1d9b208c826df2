package io.tidemark.kind.alpine;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes a file of gzip members apart in memory, within bounds. */
final class Gunzip {

    private static final int MOST_MEMBERS = 8;

    private Gunzip() {}

    /**
     * One member.
     *
     * @param start where its compressed bytes begin in the file
     * @param end where they end
     * @param plain what it holds
     */
    record Member(int start, int end, byte[] plain) {}

    /** All members of a file; refused when their content together exceeds {@code maxPlain} bytes. */
    static List<Member> members(byte[] file, int maxPlain) throws Malformed {
        List<Member> members = new ArrayList<>();
        int room = maxPlain;
        int at = 0;
        while (at < file.length) {
            if (members.size() == MOST_MEMBERS) {
                throw Malformed.bounds("more than " + MOST_MEMBERS + " gzip members");
            }
            Member member = member(file, at, room);
            members.add(member);
            room -= member.plain.length;
            at = member.end;
        }
        return members;
    }

    private static Member member(byte[] file, int start, int room) throws Malformed {
        Bounded plain = new Bounded(room);
        try (GzipMember member = new GzipMember(plain::add)) {
            int used = member.update(file, start, file.length - start);
            if (!member.complete()) {
                throw Malformed.format("the last gzip member is cut short");
            }
            return new Member(start, start + used, plain.bytes());
        }
    }

    /** Collects bytes up to a bound. */
    static final class Bounded {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        void add(byte[] buffer, int offset, int length) throws Malformed {
            if (length > most - out.size()) {
                throw Malformed.bounds("content grows beyond " + most + " bytes when unpacked");
            }
            out.write(buffer, offset, length);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}

package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Names as the small programs read them: their own bytes, below the directory they work in, each with NUL behind. */
final class NameList {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static byte[] of(List<EntryPath> paths) {
        NameList names = new NameList();
        paths.forEach(names::below);
        return names.bytes();
    }

    /** A path below that directory; none of them looks like an option. */
    NameList below(EntryPath path) {
        bytes.write('.');
        bytes.write('/');
        return raw(path.bytes());
    }

    /** A text as it is. */
    NameList raw(byte[] text) {
        bytes.writeBytes(text);
        bytes.write(0);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}

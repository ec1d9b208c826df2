package io.tidemark.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.ForeignWriter;
import io.tidemark.schedule.TextWriters.Form;
import io.tidemark.schedule.TextWriters.Text;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextWritersTest {

    private static List<String> where(Form form, String content) {
        return new TextWriters(Path.of("/srv/mirror"))
                .find(List.of(new Text(form, "/there", content))).stream()
                        .map(ForeignWriter::where)
                        .toList();
    }

    @Test
    void linesThatWriteIntoTheTreeAreNamed() {
        String table = """
            MIRROR=/srv/mirror
            # 1 * * * * root rsync -a rsync://x/y/ /srv/mirror/alpine
            1 * * * * root rsync -a --delete rsync://x/y/ $MIRROR/alpine
            2 * * * * root rsync -a /srv/mirror/ backup:/mirror
            3 * * * * root wget --mirror -P /srv/mirror/alpine http://x/
            4 * * * * root /usr/local/bin/unknown /srv/mirror/alpine
            """;
        assertEquals(List.of("/there:3", "/there:5", "/there:6"), where(Form.SYSTEM_TABLE, table));
        assertEquals(List.of("/there:1"), where(Form.USER_TABLE, "@daily rsync -a a:b /srv/mirror/x"));
    }

    @Test
    void servicesThatWriteIntoTheTreeAreNamed() {
        String unit = "[Service]\nExecStart=/usr/bin/rsync -a rsync://x/y/ \\\n /srv/mirror/alpine/\n";
        assertEquals(List.of("/there"), where(Form.UNIT, unit));
        assertEquals(List.of(), where(Form.UNIT, unit.replace("/srv/mirror", "/srv/other")));
    }

    /** A path there is no path here: links and scripts of this machine say nothing about it. */
    @Test
    void nothingOfThisMachineIsRead() {
        List<ForeignWriter> found = new TextWriters(Path.of("/proc/self/root/srv"))
                .find(List.of(new Text(Form.USER_TABLE, "/there", "@daily rsync -a a:b /srv/x")));
        assertEquals(List.of(), found);
    }
}

package io.tidemark.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.job.JobContext;
import io.tidemark.model.BootRole;
import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.PackageChange;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final String REPOSITORY = "alpine-thin-clients";

    private final SampleEngine engine = SampleEngine.full();
    private final JobContext job = new SampleContext();

    @Test
    void everyChangeStandsInTheTable() throws Exception {
        List<String> lines = written(new CsvReport(), comparison()).lines().toList();
        assertEquals(1 + 3 + 131 + 2_407, lines.size());
        assertEquals("boot,kernel,,linux-lts,5.15.41-r0,5.15.53-r0,", lines.get(1));
        assertTrue(lines.contains("package,upgraded,main/x86_64,xen,4.15.2-r0,4.15.3-r0,112000"));
    }

    @Test
    void hostileNamesDoNotBecomeFormulasOrFields() throws Exception {
        PackageChange hostile =
                new PackageChange(PackageChange.Kind.ADDED, "main", "=cmd(\"x\"),y", "", "1.0\n2", 1, BootRole.NONE);
        Comparison all = comparison();
        Comparison one = new Comparison(
                all.before(), all.after(), Map.of(), 0, List.of(), List.of(hostile), List.of(), List.of(), all.items());
        StringWriter out = new StringWriter();
        new CsvReport().write(one, offset -> new ChangePage(List.of(), offset, 0), out);
        assertEquals(
                "what,change,place,name,before,after,bytes\r\n"
                        + "package,added,main,\"'=cmd(\"\"x\"\"),y\",,\"1.0\n2\",1\r\n",
                out.toString());
    }

    @Test
    void theTextSaysWhatItMeansForTheClients() throws Exception {
        String text = written(new TextReport(REPOSITORY, SampleEngine.texts(Locale.ENGLISH)), comparison());
        assertTrue(text.startsWith("alpine-thin-clients: 3.15.5 against 3.15.4\n"));
        assertTrue(text.contains("  Kernel  linux-lts  5.15.41-r0 → 5.15.53-r0\n"));
        assertTrue(text.contains("  * Restart needed: kernel, Xen or another part that clients start with changed.\n"));
        assertTrue(text.contains("Files: 2,407\n"));
    }

    private Comparison comparison() throws Exception {
        return engine.views().compare(REPOSITORY, "3.15.4", "3.15.5", job);
    }

    private String written(Report report, Comparison comparison) throws Exception {
        StringWriter out = new StringWriter();
        report.write(
                comparison,
                offset -> engine.views().changes(REPOSITORY, "3.15.4", "3.15.5", Set.of(), "", offset, 500, job),
                out);
        return out.toString();
    }
}

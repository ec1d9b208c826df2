package io.tidemark.engine.remote;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Lab;
import io.tidemark.engine.local.Attended;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.job.MachinePool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The attending side ends at the first record that it does not know, and calls nothing but what the contract names. */
@Timeout(60)
class HostileCallerTest {

    private static final Hello HERE = Hello.here("1.2.3", "here");

    @TempDir
    private Path dir;

    private final MachinePool cpu = new MachinePool();
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab(dir);
    }

    @AfterEach
    void close() {
        lab.close();
        cpu.close();
    }

    /** Everything that is answered to those records. */
    private String answers(String... records) throws Exception {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        byte[] greeting = Peer.greeting(Hello.PROTOCOL, "1.2.3");
        in.write(greeting, Hello.SIGN.length() + 1, greeting.length - Hello.SIGN.length() - 1);
        for (String record : records) {
            in.writeBytes(Peer.ascii(record));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LocalEngine.Base base = lab.base();
        Attended attended = LocalEngine.attending(base, (place, id) -> new ThreadProcess(base, place, id));
        new Attendant(attended.engine(), attended.jobsThere(), cpu, HERE, Patience.standard())
                .attend(new ByteArrayInputStream(in.toByteArray()), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void signsOfLifeAreAnswered() throws Exception {
        assertTrue(answers("PING 0 0 -\n").endsWith("PONG 0 0 -\n"));
    }

    @Test
    void whatIsNotInTheContractIsNotCalled() throws Exception {
        for (String name :
                new String[] {"operations.run", "workspaces.forget", "serving.start", "java.lang.System.exit"}) {
            String said = answers("CALL 1 2 " + name + "\n[]", "PING 0 0 -\n");
            assertFalse(said.contains("PONG") || said.contains("ANSWER") || said.contains("FAILURE"), said);
        }
    }

    @Test
    void argumentsOfAnotherShapeEndTheLine() throws Exception {
        for (String body : new String[] {"[]", "{}", "[null]", "[{\"a\":1}]", "[1,2]", "[".repeat(5000), "x"}) {
            String said = answers("CALL 1 " + body.length() + " views.status\n" + body, "PING 0 0 -\n");
            assertFalse(said.contains("PONG") || said.contains("ANSWER"), said);
        }
    }

    @Test
    void aCallThatIsTooLargeIsNotRead() throws Exception {
        assertFalse(answers("CALL 1 9999999 views.status\n", "PING 0 0 -\n").contains("PONG"));
    }

    @Test
    void idsOfJobsLeadNowhereElse() throws Exception {
        lab.init();
        String plan = "[\"../../evil\",null]";
        assertFalse(answers("CALL 1 " + plan.length() + " jobsThere.start\n" + plan, "PING 0 0 -\n")
                .contains("ANSWER"));
    }
}

package io.tidemark.host.ssh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Lets the host ask the person what it likes (RFC 4256), a bounded number of times; sshj would make room for as many
 * questions as the host announces. The host's deadline does not run while the person thinks.
 */
final class InteractiveMethod extends AbstractAuthMethod implements AutoCloseable {

    private static final int MOST_PROMPTS = 8;
    private static final int MOST_ROUNDS = 8;

    private final BiFunction<String, Boolean, char[]> person;
    private final Supplier<Watchdog.Guard> deadline;
    private volatile Watchdog.Guard guard;
    private int rounds;
    private volatile boolean refused;

    /** Asks {@code person} with a prompt and whether the answer must be hidden; null as answer ends the attempt. */
    InteractiveMethod(BiFunction<String, Boolean, char[]> person, Supplier<Watchdog.Guard> deadline) {
        super("keyboard-interactive");
        this.person = person;
        this.deadline = deadline;
        guard = deadline.get();
    }

    @Override
    public SSHPacket buildReq() throws UserAuthException {
        SSHPacket request = super.buildReq();
        request.putString("");
        request.putString("");
        return request;
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        guard.close();
        List<char[]> answers = answers(packet);
        guard = deadline.get();
        SSHPacket response = new SSHPacket(Message.USERAUTH_INFO_RESPONSE);
        response.putUInt32(answers.size());
        answers.forEach(response::putSensitiveString);
        params.getTransport().write(response);
    }

    /** Whether the person did not want to answer. */
    boolean refused() {
        return refused;
    }

    /** The attempt is over. */
    @Override
    public void close() {
        guard.close();
    }

    private List<char[]> answers(SSHPacket packet) throws UserAuthException {
        try {
            packet.readBytes();
            packet.readBytes();
            packet.readBytes();
            long count = packet.readUInt32();
            if (count > MOST_PROMPTS || ++rounds > MOST_ROUNDS) {
                throw new UserAuthException("the host asks too much");
            }
            List<char[]> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                answers.add(answer(packet.readString(), packet.readBoolean(), answers));
            }
            return answers;
        } catch (Buffer.BufferException e) {
            throw new UserAuthException(e);
        }
    }

    private char[] answer(String prompt, boolean shown, List<char[]> before) throws UserAuthException {
        char[] answer = person.apply(prompt, !shown);
        if (answer == null) {
            refused = true;
            before.forEach(one -> Arrays.fill(one, '\0'));
            throw new UserAuthException("not answered");
        }
        return answer;
    }
}

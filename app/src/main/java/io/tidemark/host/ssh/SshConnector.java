package io.tidemark.host.ssh;

import io.tidemark.model.Asking;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/** Opens connections for one person. Holds no connection and no secret; safe for all threads. */
public final class SshConnector {

    private final SshPlaces places;
    private final Deadlines deadlines;
    private final Asking asking;
    private final Introductions introductions;
    private final Dialling dialling;

    /** Connects with the files of a person, within deadlines, and asks that person. */
    public SshConnector(SshPlaces places, Deadlines deadlines, Asking asking) {
        Providers.prepare();
        this.places = places;
        this.deadlines = deadlines;
        this.asking = asking;
        introductions = new Introductions(places, asking);
        dialling = new Dialling(deadlines);
    }

    /** Opens a connection to a host whose key is known, or will be confirmed by the person. */
    public SshConnection open(SshTarget target) throws ProblemException, InterruptedException {
        return open(target, Optional.empty());
    }

    /**
     * Opens a connection: through every jump, host keys judged, authenticated. Blocks; can be interrupted. The caller
     * closes what it gets.
     *
     * @param fingerprint {@code SHA256:…} of the host's key, as its keeper gave it: the only key that is accepted, and
     *     nobody is asked; jumps are not meant by it
     * @throws ProblemException {@code ssh.…}; nothing was run on any host
     */
    public SshConnection open(SshTarget target, Optional<String> fingerprint)
            throws ProblemException, InterruptedException {
        List<Hop> hops = new ArrayList<>();
        try {
            for (SshTarget jump : target.jumps()) {
                hops.add(hop(jump, hops, Optional.empty()));
            }
            hops.add(hop(target, hops, fingerprint));
            return new SshConnection(hops, deadlines);
        } catch (ProblemException | InterruptedException | RuntimeException | Error e) {
            hops.reversed().forEach(hop -> hop.link().close());
            throw e;
        }
    }

    private Hop hop(SshTarget target, List<Hop> before, Optional<String> fingerprint)
            throws ProblemException, InterruptedException {
        Optional<Link> through = before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.getLast().link());
        Met met = met(target, through, fingerprint);
        try {
            Authentication authentication = new Authentication(met.link(), places, deadlines, asking);
            return new Hop(met.link(), met.key(), authentication.authenticate());
        } catch (ProblemException | InterruptedException | RuntimeException | Error e) {
            met.link().close();
            throw e;
        }
    }

    /** A person takes as long as they take, so the key is asked about while no connection is open. */
    private Met met(SshTarget target, Optional<Link> through, Optional<String> fingerprint)
            throws ProblemException, InterruptedException {
        Link link = link(target, through);
        try {
            Verdict verdict = link.meet(deadlines);
            if (verdict instanceof Verdict.Unknown unknown) {
                link.close();
                introductions.introduce(target, unknown.key(), fingerprint);
                link = link(target, through);
                verdict = link.meet(deadlines);
            }
            return new Met(link, introductions.require(target, verdict, fingerprint));
        } catch (ProblemException | InterruptedException | RuntimeException | Error e) {
            link.close();
            throw e;
        }
    }

    private Link link(SshTarget target, Optional<Link> through) throws ProblemException, InterruptedException {
        KnownHosts known = introductions.known(target);
        return new Link(target, through.isEmpty() ? wire(target) : wire(target, through.get()), known);
    }

    private Wire wire(SshTarget target) throws ProblemException, InterruptedException {
        Socket socket = dialling.dial(target);
        Runnable cut = () -> close(socket);
        try {
            return Wire.of(socket.getInputStream(), socket.getOutputStream(), cut, cut);
        } catch (IOException e) {
            cut.run();
            throw SshProblems.unreachable(target, e);
        }
    }

    /** A channel through another host; cutting it cuts what carries it, which waits for nobody. */
    private Wire wire(SshTarget target, Link through) throws ProblemException, InterruptedException {
        return through.step(Step.CHANNEL, deadlines.connect(), () -> {
            DirectConnection channel = new DirectConnection(through.client().channels(), target.host(), target.port());
            try {
                channel.open();
            } catch (OpenFailException e) {
                throw SshProblems.problem("ssh.jump", Problem.Category.UNREACHABLE, target, e);
            }
            Runnable end = () -> close(channel);
            return Wire.of(
                    channel.getInputStream(),
                    channel.getOutputStream(),
                    end,
                    through.wire().cut());
        });
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            // It is as good as closed.
        }
    }

    /** A host whose key was accepted. */
    private record Met(Link link, HostKey key) {}
}

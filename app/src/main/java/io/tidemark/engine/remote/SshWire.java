package io.tidemark.engine.remote;

import io.tidemark.host.ssh.RemoteProcess;
import io.tidemark.host.ssh.SshConnection;
import java.io.InputStream;
import java.io.OutputStream;

/** A wire over a connection of SSH of its own. */
record SshWire(SshConnection connection, RemoteProcess process) implements Wire {

    @Override
    public InputStream in() {
        return process.output();
    }

    @Override
    public OutputStream out() {
        return process.input();
    }

    @Override
    public String said() {
        return process.complaints();
    }

    /** Whoever closes a line need not wait until the host has taken leave. */
    @Override
    public void close() {
        Thread.ofPlatform().daemon().name("hang-up").start(connection::close);
    }
}

package io.tidemark.source;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;

/** Clients of commons-net that open data connections for commands of our own choice. */
sealed interface FtpClients {

    /** The client for everything else. */
    FTPClient client();

    /** Sends a command and opens its data connection; null if the server's answer says no. */
    Socket data(String command, String argument) throws IOException;

    /** Protects data connections as well, where that is wanted. */
    default void protect() throws IOException {}

    /** Without TLS. */
    final class Plain extends FTPClient implements FtpClients {

        @Override
        public FTPClient client() {
            return this;
        }

        @Override
        public Socket data(String command, String argument) throws IOException {
            return _openDataConnection_(command, argument);
        }
    }

    /** With TLS. Data connections resume the session of the control connection, which vsftpd insists on unless told not to. */
    final class Secure extends FTPSClient implements FtpClients {
        private final SSLContext context;
        private final String host;

        /**
         * A client.
         *
         * @param context used by nobody else: a data connection that resumed the session of another control connection
         *     would be refused
         */
        Secure(boolean implicit, SSLContext context, String host) {
            super(implicit, context);
            this.context = context;
            this.host = host;
            setEndpointCheckingEnabled(true);
        }

        @Override
        public FTPClient client() {
            return this;
        }

        /** The name that the certificate is compared with; the address was looked up before. */
        @Override
        protected void _connectAction_() throws IOException {
            _hostname_ = host;
            super._connectAction_();
        }

        @Override
        public void protect() throws IOException {
            execPBSZ(0);
            if (sendCommand("PROT", "P") != 200) {
                throw new IOException(getReplyString());
            }
        }

        @Override
        public Socket data(String command, String argument) throws IOException {
            Socket plain = _openDataConnection_(command, argument);
            if (plain == null) {
                return null;
            }
            if (plain instanceof FtpSocket ours) {
                ours.seem(getRemotePort());
            }
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, host, getRemotePort(), true);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return tls;
        }
    }
}

package io.tidemark.cli;

import io.tidemark.model.HostProfile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a host's web server publishes; what is not given stays as it was. */
final class WebOptions {

    @Option(names = "--web", paramLabel = "nginx|apache", converter = ServerName.class)
    HostProfile.WebServer server;

    @Option(names = "--name", paramLabel = "DOMAIN")
    String name;

    @Option(names = "--port", paramLabel = "N")
    Integer port;

    @Option(names = "--certbot", paramLabel = "MAIL")
    String certbot;

    @Option(names = "--certificate", paramLabel = "FILE")
    String certificate;

    @Option(names = "--key", paramLabel = "FILE")
    String key;

    @Option(names = "--http")
    boolean http;

    HostProfile.Web over(HostProfile.Web old) throws ProblemException {
        return new HostProfile.Web(
                server == null ? old.server() : server,
                name == null ? old.name() : name,
                old.address(),
                port == null ? old.port() : port,
                tls(old.tls()));
    }

    private HostProfile.Tls tls(HostProfile.Tls old) throws ProblemException {
        long ways = Stream.of(certbot != null, certificate != null || key != null, http)
                .filter(given -> given)
                .count();
        if (ways > 1 || (certificate == null) != (key == null)) {
            throw new ProblemException(Problem.of("cli.tls", Problem.Category.USAGE, "object", "--certificate"));
        } else if (certbot != null) {
            return new HostProfile.Tls.Certbot(certbot);
        } else if (certificate != null) {
            return new HostProfile.Tls.Own(certificate, key);
        }
        return http ? new HostProfile.Tls.None() : old;
    }

    /** Servers by the names that people know them under. */
    static final class ServerName implements ITypeConverter<HostProfile.WebServer> {

        @Override
        public HostProfile.WebServer convert(String name) {
            return switch (name) {
                case "nginx" -> HostProfile.WebServer.NGINX;
                case "apache" -> HostProfile.WebServer.APACHE;
                default -> throw new TypeConversionException(name);
            };
        }
    }
}

package io.tidemark.source;

import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.program.RsyncPull;
import io.tidemark.source.http.HttpUrl;
import io.tidemark.source.http.Limits;
import io.tidemark.source.http.Proxies;
import io.tidemark.source.http.Transport;
import io.tidemark.source.http.Trust;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opens {@code http:}, {@code https:}, {@code rsync:}, {@code rsync+ssh:}, {@code ftp:}, {@code ftps:} and {@code file:} upstreams, and plain directories.
 * Safe for all threads.
 */
public final class UrlSources implements Sources {

    private static final String FTP_PASSWORD = "TIDEMARK_FTP_PASSWORD";

    private final Clock clock;
    private final Pause pause;
    private final Map<String, String> environment;

    /** Sources that keep the system's time and take proxies from its environment. */
    public UrlSources() {
        this(Clock.systemUTC());
    }

    /** Sources that read the wall clock from here where servers name a date. */
    public UrlSources(Clock clock) {
        this(clock, Thread::sleep, System.getenv());
    }

    UrlSources(Clock clock, Pause pause, Map<String, String> environment) {
        this.clock = clock;
        this.pause = pause;
        this.environment = environment;
    }

    @Override
    public Source open(String url, TransferSettings settings) throws ProblemException {
        Userinfo.requireNoPassword(url);
        String scheme = url.matches("(?i)[a-z][a-z0-9+.-]*:.*")
                ? url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT)
                : "";
        return switch (scheme) {
            case "http", "https" -> http(url, settings);
            case "rsync", "rsync+ssh" -> rsync(url, settings);
            case "ftp", "ftps" -> ftp(url, settings);
            case "file" -> new DirectorySource(url, file(url), rate(settings));
            case "" -> new DirectorySource(url, directory(url), rate(settings));
            default -> throw Userinfo.refused("upstream.scheme", url);
        };
    }

    private Source http(String url, TransferSettings settings) throws ProblemException {
        HttpUrl base = HttpUrl.parse(url)
                .filter(u -> u.path().indexOf('?') < 0 && url.indexOf('#') < 0)
                .orElseThrow(() -> Userinfo.refused("upstream.url", url));
        Retry retry = new Retry(Math.max(1, settings.attempts()), pause);
        HttpSource.Pace pace = new HttpSource.Pace(retry, rate(settings));
        return new HttpSource(url, base, transport(settings), new Statuses(clock), pace);
    }

    private Source rsync(String url, TransferSettings settings) throws ProblemException {
        RsyncPull program = new RsyncPull(
                RsyncPull.environment(environment, settings.proxy()),
                Duration.ofSeconds((long) settings.timeoutSeconds() * RsyncTalk.PATIENCE));
        Retry retry = new Retry(Math.max(1, settings.attempts()), pause);
        RsyncTalk talk = new RsyncTalk(RsyncUrl.parse(url), program, retry, settings.timeoutSeconds());
        return new RsyncSource(talk, settings.bytesPerSecond());
    }

    /** A password for an account comes from the environment, for addresses are written down. */
    private Source ftp(String url, TransferSettings settings) throws ProblemException {
        FtpUrl parsed = FtpUrl.parse(url);
        Duration silence = Duration.ofSeconds(Math.max(1, settings.timeoutSeconds()));
        Optional<String> password = Optional.ofNullable(environment.get(FTP_PASSWORD));
        FtpSessions sessions = new FtpSessions(parsed, silence, trust(settings), password);
        return new FtpSource(parsed, sessions, new Retry(Math.max(1, settings.attempts()), pause), rate(settings));
    }

    private RateLimit rate(TransferSettings settings) {
        return new RateLimit(settings.bytesPerSecond(), pause);
    }

    private Transport transport(TransferSettings settings) {
        Proxies proxies = new Proxies(settings.proxy(), environment);
        return new Transport(Limits.of(settings), proxies, trust(settings));
    }

    private static Trust trust(TransferSettings settings) {
        return new Trust(settings.caFile().isBlank() ? Optional.empty() : Optional.of(Path.of(settings.caFile())));
    }

    private static Path file(String url) throws ProblemException {
        try {
            return Path.of(URI.create(url)).normalize();
        } catch (IllegalArgumentException | FileSystemNotFoundException noPath) {
            throw Userinfo.refused("upstream.url", url);
        }
    }

    private static Path directory(String text) throws ProblemException {
        try {
            if (text.isBlank()) {
                throw Userinfo.refused("upstream.url", text);
            }
            return Path.of(text).toAbsolutePath().normalize();
        } catch (IllegalArgumentException noPath) {
            throw Userinfo.refused("upstream.url", text);
        }
    }
}

package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import io.tidemark.source.http.Exchange;
import io.tidemark.source.http.HttpFault;
import io.tidemark.source.http.HttpUrl;
import io.tidemark.source.http.Query;
import io.tidemark.source.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** An upstream behind HTTP or HTTPS. */
final class HttpSource implements Source {

    private final String root;
    private final HttpUrl base;
    private final Transport transport;
    private final HttpFetch fetch;
    private final Pace pace;
    private final LongAdder bytes = new LongAdder();

    /** How eagerly we ask: retries and rate. */
    record Pace(Retry retry, RateLimit rate) {}

    HttpSource(String root, HttpUrl base, Transport transport, Statuses statuses, Pace pace) {
        this.root = root;
        this.base = base.path().endsWith("/") ? base : base.at(base.path() + "/");
        this.transport = transport;
        this.fetch = new HttpFetch(new Redirects(transport), statuses);
        this.pace = pace;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Answer open(Request request, JobContext job) throws ProblemException, InterruptedException {
        HttpUrl url = url(request.location());
        return retry().run(request.location(), job, () -> answer(fetch.get(url, request), request, job));
    }

    @Override
    public byte[] read(String location, long maxBytes, JobContext job) throws ProblemException, InterruptedException {
        HttpUrl url = url(location);
        Request request = Request.whole(location, maxBytes);
        return retry().run(location, job, () -> {
            try (InputStream body = new HttpBody(this, request, fetch.get(url, request), job)) {
                return body.readAllBytes();
            }
        });
    }

    @Override
    public Stat stat(String location, JobContext job) throws ProblemException, InterruptedException {
        Query query = new Query("HEAD", url(location), Map.of());
        return retry().run(location, job, () -> {
            try (Exchange exchange = fetch.redirects().send(query)) {
                if (exchange.status() != 200) {
                    throw fetch.statuses().fault(exchange);
                }
                return new Stat(exchange.length(), Validators.of(exchange), Validators.modified(exchange));
            }
        });
    }

    @Override
    public List<Entry> list(String location, JobContext job) throws ProblemException, InterruptedException {
        HttpUrl directory = location.isEmpty() ? base : url(location + "/");
        Request request = Request.whole(location, Listings.MAX_BYTES);
        return retry().run(location.isEmpty() ? root : location, job, () -> {
            HttpFetch.Got got = fetch.get(directory, request);
            try (InputStream body = new HttpBody(this, request, got, job)) {
                return Listings.parse(got.exchange(), body.readAllBytes());
            }
        });
    }

    @Override
    public int width(int most) {
        return Math.min(most, transport.places());
    }

    @Override
    public long requests() {
        return transport.requests();
    }

    @Override
    public long bytesReceived() {
        return bytes.sum();
    }

    @Override
    public void close() {
        transport.close();
    }

    Retry retry() {
        return pace.retry();
    }

    RateLimit rate() {
        return pace.rate();
    }

    void received(long count) {
        bytes.add(count);
    }

    /** One more attempt for a body that broke off. */
    HttpFetch.Got rest(Request request) throws IOException, InterruptedException {
        return fetch.get(base.at(base.path() + Locations.encode(request.location())), request);
    }

    private Answer answer(HttpFetch.Got got, Request request, JobContext job) throws HttpFault {
        return new Answer(
                got.unchanged(),
                got.offset(),
                got.size(),
                got.validator(),
                Validators.modified(got.exchange()),
                new HttpBody(this, request, got, job));
    }

    /** A directory's location may end with a slash here, nowhere else. */
    private HttpUrl url(String location) throws ProblemException {
        String checked = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        Locations.check(checked);
        return base.at(base.path() + Locations.encode(location));
    }
}

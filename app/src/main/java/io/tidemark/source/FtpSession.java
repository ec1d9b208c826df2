package io.tidemark.source;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;

/** One control connection, logged in. Used by one thread at a time; what fails on it makes it useless. */
final class FtpSession implements AutoCloseable {

    private static final int NOT_LOGGED_IN = 530;
    private static final int LONGEST_LISTING = 64 << 20;
    private static final int GOT_SIZE = 213;
    private static final int LONGEST_HOME = 1000;

    private final FtpClients clients;
    private final FTPClient client;
    private final FtpUrl url;
    private String home = "";
    private Socket data;

    FtpSession(FtpClients clients, FtpUrl url) {
        this.clients = clients;
        this.client = clients.client();
        this.url = url;
    }

    /** Logs in after the connection was made. */
    void begin(String password) throws IOException {
        boolean in = client.login(url.user().orElse("anonymous"), password);
        if (!in) {
            throw FtpFaults.answer(
                    client.getReplyCode() >= FTPReply.FILE_ACTION_NOT_TAKEN ? NOT_LOGGED_IN : client.getReplyCode(),
                    client.getReplyString(),
                    url.text());
        }
        clients.protect();
        consent(client.setFileType(FTP.BINARY_FILE_TYPE), url.text());
        home = home(client.printWorkingDirectory());
        client.setUseEPSVwithIPv4(true);
        client.enterLocalPassiveMode();
    }

    /** Paths of a URL begin in the directory that the login leads to (RFC 1738, section 3.2.2). */
    private static String home(String told) {
        boolean usable = told != null && told.length() <= LONGEST_HOME && told.startsWith("/") && told.length() > 1;
        boolean plain = usable && told.chars().noneMatch(c -> c < ' ' || c == 0x7f);
        return plain ? told.replaceFirst("/+$", "") : "";
    }

    private String absolute(String location) {
        String all = home + url.path() + (location.isEmpty() ? "" : "/" + location);
        return all.isEmpty() ? "/" : all;
    }

    /** Size and time of a file. */
    Stat stat(String location) throws IOException {
        String path = absolute(location);
        consent(client.sendCommand("SIZE", path) == GOT_SIZE, location);
        long size = number(client.getReplyString(), location);
        Optional<Instant> modified = modified(location);
        return new Stat(size, modified.map(time -> validator(size, time)), modified);
    }

    /** Modification time, where the server tells it (RFC 3659, section 3). */
    Optional<Instant> modified(String location) throws IOException {
        if (client.sendCommand("MDTM", absolute(location)) != GOT_SIZE) {
            return Optional.empty();
        }
        String said = client.getReplyString().strip();
        return FtpListing.time(said.substring(said.lastIndexOf(' ') + 1));
    }

    /**
     * The listing of a directory.
     *
     * @param machine whether to ask for the form that programs read
     * @return nothing if the server does not know that form
     */
    Optional<List<Entry>> list(String location, boolean machine) throws IOException, ProblemException {
        consent(client.changeWorkingDirectory(absolute(location)), location.isEmpty() ? url.text() : location);
        open(machine ? "MLSD" : "LIST", location);
        if (data == null && machine && isUnknown(client.getReplyCode())) {
            return Optional.empty();
        }
        consent(data != null, location);
        byte[] listing;
        try (Socket socket = data) {
            listing = socket.getInputStream().readNBytes(LONGEST_LISTING + 1);
        }
        if (listing.length > LONGEST_LISTING) {
            throw new ProblemException(Problem.of(
                    "upstream.size",
                    Problem.Category.REFUSED,
                    "object",
                    location.isEmpty() ? url.text() : location,
                    "size",
                    listing.length,
                    "limit",
                    LONGEST_LISTING));
        }
        finish(location);
        return Optional.of(FtpListing.read(listing, machine, location));
    }

    /** The bytes of a file from there on; {@link #finish} says whether they were all. */
    InputStream retrieve(String location, long offset) throws IOException {
        client.setRestartOffset(offset);
        data = clients.data("RETR", absolute(location));
        consent(data != null, location);
        return data.getInputStream();
    }

    /** Reads what the server says after the data. */
    void finish(String location) throws IOException {
        data.close();
        consent(client.completePendingCommand(), location);
    }

    private void open(String command, String location) throws IOException {
        try {
            data = clients.data(command, null);
        } catch (IOException broken) {
            throw FtpFaults.broken(broken, location);
        }
    }

    private void consent(boolean given, String object) throws SourceException {
        if (!given) {
            throw FtpFaults.answer(
                    client.getReplyCode(), client.getReplyString(), object.isEmpty() ? url.text() : object);
        }
    }

    private static boolean isUnknown(int reply) {
        return switch (reply) {
            case 500, 501, 502, 504 -> true;
            default -> false;
        };
    }

    private static long number(String reply, String object) throws SourceException {
        String digits = reply.strip().substring(Math.min(4, reply.strip().length()));
        if (!digits.matches("\\d{1,18}")) {
            throw FtpFaults.answer(GOT_SIZE, reply, object);
        }
        return Long.parseLong(digits);
    }

    /** Size and time, as one text that names the state of a file. */
    static String validator(long size, Instant modified) {
        return "\"" + Long.toHexString(modified.getEpochSecond()) + "-" + Long.toHexString(size) + "\"";
    }

    /** Hangs up: a polite farewell could take as long as the server likes. */
    @Override
    public void close() {
        try {
            if (data != null) {
                data.close();
            }
            client.disconnect();
        } catch (IOException gone) {
            data = null;
        }
    }

    /** Bytes of names are UTF-8 on the wire (RFC 2640). */
    static void names(FTPClient client) {
        client.setControlEncoding(StandardCharsets.UTF_8.name());
        client.setAutodetectUTF8(false);
        client.setListHiddenFiles(false);
    }
}

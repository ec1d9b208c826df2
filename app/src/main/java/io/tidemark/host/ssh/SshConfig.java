package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person's {@code ~/.ssh/config}, as far as we follow it (ssh_config(5)): {@code Host} blocks with HostName, Port, User,
 * IdentityFile and ProxyJump; the first value found counts, identities add up. {@code Match} blocks and {@code Include} are
 * passed over; a {@code ProxyCommand} that would be needed is a problem and no silent way around it. Immutable.
 */
public final class SshConfig {

    private static final int LARGEST = 1 << 20;
    private static final int MOST_JUMPS = 8;
    private static final String NONE = "none";

    private final List<ConfigLine> lines;
    private final SshPlaces places;
    private final String account;

    private SshConfig(List<ConfigLine> lines, SshPlaces places, String account) {
        this.lines = lines;
        this.places = places;
        this.account = account;
    }

    /**
     * Reads the configuration; there need not be any.
     *
     * @param account who we are on this machine, and on hosts where nothing else is said
     * @throws ProblemException {@code ssh.config} if the file cannot be read
     */
    public static SshConfig read(SshPlaces places, String account) throws ProblemException {
        Path file = places.config();
        try {
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            List<String> text = Files.readAllLines(file, StandardCharsets.UTF_8);
            return new SshConfig(ConfigLine.read(text), places, account);
        } catch (NoSuchFileException none) {
            return new SshConfig(List.of(), places, account);
        } catch (IOException e) {
            throw SshProblems.problem("ssh.config", Problem.Category.USAGE, file, e);
        }
    }

    /**
     * Where an address leads.
     *
     * @throws ProblemException {@code ssh.config} if what the configuration says of the host cannot be followed
     */
    public SshTarget target(SshAddress address) throws ProblemException {
        return target(address, MOST_JUMPS);
    }

    private SshTarget target(SshAddress address, int jumpsLeft) throws ProblemException {
        String alias = address.host();
        String host =
                first(alias, "hostname").orElse(alias).replace("%h", alias).replace("%%", "%");
        String user = address.user().isEmpty() ? first(alias, "user").orElse(account) : address.user();
        int port = address.port() == 0 ? port(alias) : address.port();
        List<SshTarget> jumps = jumps(alias, jumpsLeft);
        if (!SshAddress.isHost(host) || !SshAddress.isName(user)) {
            throw wrong(alias);
        }
        return new SshTarget(user, host, port, identities(alias, host, user), jumps);
    }

    private int port(String alias) throws ProblemException {
        try {
            int port = Integer.parseInt(first(alias, "port").orElse(String.valueOf(SshTarget.PORT)));
            if (port > 0 && port < 1 << Character.SIZE) {
                return port;
            }
            throw wrong(alias);
        } catch (NumberFormatException e) {
            throw wrong(alias);
        }
    }

    private List<Path> identities(String alias, String host, String user) {
        Map<Character, String> values =
                Map.of('%', "%", 'd', places.home().toString(), 'h', host, 'n', alias, 'r', user, 'u', account);
        return all(alias, "identityfile").stream()
                .filter(name -> !name.equals(NONE))
                .map(name -> expand(name, values))
                .map(name -> places.home().resolve(name.startsWith("~/") ? name.substring(2) : name))
                .distinct()
                .toList();
    }

    /** A jump may need jumps of its own: they come before it. A host is no jump for itself. */
    private List<SshTarget> jumps(String alias, int left) throws ProblemException {
        Optional<String> named = first(alias, "proxyjump").filter(hosts -> !hosts.equalsIgnoreCase(NONE));
        if (named.isEmpty()) {
            boolean other =
                    first(alias, "proxycommand").filter(c -> !c.equals(NONE)).isPresent();
            if (other) {
                throw wrong(alias);
            }
            return List.of();
        }
        List<SshTarget> jumps = new ArrayList<>();
        for (String one : named.get().split("\\s*,\\s*")) {
            SshAddress address = SshAddress.parse(SshAddress.is(one) ? one : SshAddress.SCHEME + one);
            if (address.host().equals(alias)) {
                return List.of();
            }
            if (jumps.size() >= left) {
                throw wrong(alias);
            }
            SshTarget jump = target(address, jumps.isEmpty() ? left - 1 : 0);
            jumps.addAll(jump.jumps());
            jumps.add(new SshTarget(jump.user(), jump.host(), jump.port(), jump.identities(), List.of()));
        }
        return jumps;
    }

    private Optional<String> first(String alias, String word) {
        return all(alias, word).stream().findFirst();
    }

    private List<String> all(String alias, String word) {
        return lines.stream()
                .filter(line -> line.word().equals(word) && line.about().match(alias))
                .map(ConfigLine::value)
                .toList();
    }

    private static String expand(String text, Map<Character, String> values) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean sign = text.charAt(i) == '%' && i + 1 < text.length() && values.containsKey(text.charAt(i + 1));
            expanded.append(sign ? values.get(text.charAt(++i)) : String.valueOf(text.charAt(i)));
        }
        return expanded.toString();
    }

    private ProblemException wrong(String alias) {
        Problem problem = Problem.of(
                "ssh.config.host", Problem.Category.USAGE, "object", Shown.text(alias), "file", places.config());
        return new ProblemException(problem);
    }
}

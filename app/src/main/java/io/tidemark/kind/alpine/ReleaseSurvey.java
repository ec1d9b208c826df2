package io.tidemark.kind.alpine;

import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.source.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Surveys the release files of one or more architectures. Used by one thread, for one survey. */
final class ReleaseSurvey {

    private static final List<String> SUMS = List.of("sha256", "sha512");
    private static final int LARGEST_SUM = 16 << 10;

    private final Fetch fetch;
    private final AlpineOptions options;
    private final WantedFiles files;
    private final List<Notice> notices;
    private final Set<String> releases = new TreeSet<>((a, b) -> new ApkVersion(a).compareTo(new ApkVersion(b)));
    private final Map<String, String> bootFiles = new HashMap<>();

    ReleaseSurvey(Fetch fetch, AlpineOptions options, WantedFiles files, List<Notice> notices) {
        this.fetch = fetch;
        this.options = options;
        this.files = files;
        this.notices = notices;
    }

    /** The oldest of the newest releases that the architectures have, empty before anything was read. */
    String release() {
        return releases.isEmpty() ? "" : releases.iterator().next();
    }

    /** Files that clients boot from over the network, of what is wanted. */
    List<BootItem> bootSet(List<io.tidemark.kind.WantedFile> wanted) {
        List<BootItem> items = new ArrayList<>();
        for (io.tidemark.kind.WantedFile file : wanted) {
            String release = bootFiles.get(file.path());
            BootRole role = BootRoles.ofFile(file.path().substring(file.path().lastIndexOf('/') + 1));
            if (release != null && role != BootRole.NONE) {
                items.add(new BootItem(role, file.path(), release, file.identity()));
            }
        }
        return items;
    }

    /** Reads one directory of release files and adds what is wanted of it. */
    void read(String section) throws ProblemException, InterruptedException {
        String latest = section + "/" + Layout.LATEST;
        Fetch.Fetched yaml = fetch.fileIfThere(latest, ReleaseList.LARGEST_FILE)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "alpine.releases.missing", Problem.Category.UNREACHABLE, "object", fetch.shown(latest))));
        ReleaseList list = parse(latest, yaml.bytes());
        if (!list.newest().isEmpty()) {
            releases.add(list.newest());
        }
        Optional<List<Entry>> listing = fetch.list(section);
        List<ReleaseItem> wanted = list.wanted(options);
        for (ReleaseItem item : wanted) {
            add(section, item, listing);
        }
        noticeMissingFlavors(section, wanted);
        addNetboot(section, list.newest(), listing);
        files.addContent(latest, yaml);
    }

    private ReleaseList parse(String path, byte[] yaml) throws ProblemException {
        try {
            return ReleaseList.read(yaml);
        } catch (Malformed e) {
            Problem problem = Problem.of(e.code(), Problem.Category.REFUSED, "object", fetch.shown(path));
            throw new ProblemException(problem.with(e.getMessage()), e);
        }
    }

    private void add(String section, ReleaseItem item, Optional<List<Entry>> listing)
            throws ProblemException, InterruptedException {
        String path = section + "/" + item.file();
        Map<String, Optional<String>> sums = new HashMap<>();
        String identity = item.identity();
        for (String algorithm : SUMS) {
            if (identity.isEmpty() || listing.isEmpty()) {
                sums.put(algorithm, sum(path, algorithm));
            }
            if (identity.isEmpty() && sums.get(algorithm).isPresent()) {
                identity = Identity.digest(algorithm, sums.get(algorithm).get());
            }
        }
        files.add(path, item.size(), identity, WantedFiles.DATA);
        for (String suffix : Sibling.SUFFIXES) {
            boolean there = listing.isPresent()
                    ? has(listing.get(), item.file() + suffix)
                    : sums.getOrDefault(suffix.substring(1), Optional.empty()).isPresent();
            if (there) {
                files.add(path + suffix, -1, Sibling.identity(suffix, item.file(), identity), WantedFiles.SIBLINGS);
            }
        }
    }

    /** The digest that a file of sums names; empty when there is no such file, or it names none. */
    private Optional<String> sum(String path, String algorithm) throws ProblemException, InterruptedException {
        Optional<Fetch.Fetched> file = fetch.fileIfThere(path + "." + algorithm, LARGEST_SUM);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        int length = algorithm.equals("sha256") ? 64 : 128;
        Matcher matcher = Pattern.compile("^([0-9a-f]{" + length + "})\\s")
                .matcher(new String(file.get().bytes(), StandardCharsets.US_ASCII));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean has(List<Entry> listing, String name) {
        return listing.stream().anyMatch(entry -> entry.name().equals(name) && entry.type() == Entry.Type.FILE);
    }

    private void noticeMissingFlavors(String section, List<ReleaseItem> wanted) {
        for (String flavor : options.flavors()) {
            String plain = flavor.startsWith("alpine-") ? flavor : "alpine-" + flavor;
            boolean there = wanted.stream()
                    .anyMatch(
                            item -> item.flavor().equals(plain) || item.flavor().equals(flavor));
            if (!there && !flavor.equals(AlpineOptions.ALL)) {
                notices.add(Notice.warning("notice.alpine.flavor", "object", section, "flavor", flavor));
            }
        }
    }

    private void addNetboot(String section, String release, Optional<List<Entry>> listing)
            throws ProblemException, InterruptedException {
        if (listing.isEmpty()) {
            notices.add(Notice.warning("notice.alpine.listing", "object", fetch.shown(section)));
        } else if (!release.isEmpty() && options.wantsFlavor(Layout.NETBOOT)) {
            List<String> paths = new Netboot(fetch, files, section, release).add(listing.get());
            paths.forEach(path -> bootFiles.put(files.placed(path), release));
            if (!paths.isEmpty()) {
                notices.add(Notice.info("notice.alpine.netboot", "object", section, "files", paths.size()));
            }
        }
    }
}

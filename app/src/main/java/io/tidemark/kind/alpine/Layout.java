package io.tidemark.kind.alpine;

/** File names that stand in every Alpine tree. */
final class Layout {

    static final String INDEX = "APKINDEX.tar.gz";
    static final String INDEX_3 = "Packages.adb";
    static final String LATEST = "latest-releases.yaml";
    static final String NETBOOT = "netboot";

    private Layout() {}

    /** {@code v3.15} for {@code 3.15.5}, {@code 3.15} and {@code v3.15}; anything else unchanged. */
    static String branchOf(String version) {
        String[] parts = version.replaceFirst("^v", "").split("[.-]");
        boolean numbers = parts.length >= 2 && parts[0].matches("\\d+") && parts[1].matches("\\d+");
        return numbers ? "v" + parts[0] + "." + parts[1] : version;
    }
}

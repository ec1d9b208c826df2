package io.tidemark.kind.ostree;

/** What an object is; the end of its file's name says so. */
enum ObjectType {
    COMMIT("commit"),
    /** Signatures and other words about a commit that its name does not cover. */
    COMMIT_META("commitmeta"),
    TREE("dirtree"),
    TREE_META("dirmeta"),
    /** A file as archives keep it, compressed. */
    PACKED("filez"),
    /** A file as all other modes keep it. */
    PLAIN("file");

    private final String end;

    ObjectType(String end) {
        this.end = end;
    }

    String path(Checksum checksum) {
        String hex = checksum.hex();
        return "objects/" + hex.substring(0, 2) + "/" + hex.substring(2) + "." + end;
    }
}

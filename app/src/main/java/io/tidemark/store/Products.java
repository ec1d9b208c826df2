package io.tidemark.store;

import io.tidemark.model.ProblemException;

/** Small files that wait for being published. */
final class Products {

    /** Everybody may read what is published. */
    private static final int MODE = 0644;

    private final Home home;

    Products(Home home) {
        this.home = home;
    }

    /** Makes one, over what an earlier run left of that name. */
    void put(String name, byte[] content) throws ProblemException {
        byte[] raw = Disk.raw(StagedNames.path(name));
        try (Dir dir = home.dir(Layout.PRODUCTS)) {
            home.reserve.spend(() -> {
                home.remove(dir, name);
                try (OpenFile file = home.disk.create(dir, raw, MODE)) {
                    file.write(content, 0, content.length, 0);
                }
                return null;
            });
        }
    }
}

package io.tidemark.engine;

import java.nio.file.Path;

/** Jobs once more, all of them on another machine. */
class JobsOverWireTest extends JobsTest {

    @Override
    Lab lab(Path place) throws Exception {
        return Lab.overWire(place);
    }
}

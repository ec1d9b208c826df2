package io.tidemark.engine;

import java.nio.file.Path;

/** The main job once more, on another machine: each call travels over a line, each change is a job there. */
class EverydayOverWireTest extends EverydayTest {

    @Override
    Lab lab(Path place) throws Exception {
        return Lab.overWire(place);
    }
}

package io.tidemark.engine;

import java.nio.file.Path;

/** The main job once more, each call, answer and problem being JSON on its way. */
class EverydayOverJsonTest extends EverydayTest {

    @Override
    Lab lab(Path place) throws Exception {
        return Lab.overJson(place);
    }
}

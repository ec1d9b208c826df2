package io.tidemark.engine;

import java.nio.file.Path;

/** Jobs once more, each call, answer and problem being JSON on its way. */
class JobsOverJsonTest extends JobsTest {

    @Override
    Lab lab(Path place) throws Exception {
        return Lab.overJson(place);
    }
}

package io.tidemark.engine.remote;

import java.io.InputStream;
import java.io.OutputStream;

/** Two streams to a program that attends, and the end of them. Closing it ends every read and write, from any thread. */
public interface Wire extends AutoCloseable {

    /** What comes from there. */
    InputStream in();

    /** What goes there. */
    OutputStream out();

    /** What was said there beside the protocol, for the details of a problem; bounded, possibly empty. */
    String said();

    @Override
    void close();
}

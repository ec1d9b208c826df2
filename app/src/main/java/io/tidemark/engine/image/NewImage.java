package io.tidemark.engine.image;

import io.tidemark.kind.ImageName;
import java.nio.file.Path;

/** An image that lies on this machine and is no version yet; its size in bytes. */
public record NewImage(ImageName name, Path file, long size) {}

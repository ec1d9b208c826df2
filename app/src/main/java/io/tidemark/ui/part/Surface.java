package io.tidemark.ui.part;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * A region that is one canvas, drawn at most once a frame. Where the window is scaled up the canvas has as many more
 * pixels, so that lines and letters stay sharp.
 */
public abstract class Surface extends Region {

    private final Canvas canvas = new Canvas();
    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final Scale shrink = new Scale(1, 1, 0, 0);

    /** An empty picture; the first is drawn with the first layout. */
    protected Surface() {
        getChildren().add(canvas);
        canvas.setManaged(false);
        canvas.getTransforms().add(shrink);
        scale.addListener(change -> requestLayout());
    }

    /** How much larger than its coordinates the window shows this. */
    public final DoubleProperty scale() {
        return scale;
    }

    /** Asks for a new picture in the next frame. */
    public final void redraw() {
        requestLayout();
    }

    /** Draws the picture over the one before, all of it. */
    protected abstract void draw(GraphicsContext context, double width, double height);

    @Override
    protected void layoutChildren() {
        double factor = scale.get();
        double width = Math.ceil(getWidth() * factor);
        double height = Math.ceil(getHeight() * factor);
        if (width < 1 || height < 1) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        shrink.setX(1 / factor);
        shrink.setY(1 / factor);
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setTransform(factor, 0, 0, factor, 0, 0);
        draw(context, getWidth(), getHeight());
    }
}

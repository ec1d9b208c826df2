package io.tidemark.ui.shell;

import javafx.animation.AnimationTimer;

/** Tells when the first picture was drawn: the second frame begins when the first has been handed over. */
final class FirstPicture extends AnimationTimer {

    private final Runnable shown;
    private int frames;

    private FirstPicture(Runnable shown) {
        this.shown = shown;
    }

    static void await(Runnable shown) {
        new FirstPicture(shown).start();
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == 2) {
            stop();
            shown.run();
        }
    }
}

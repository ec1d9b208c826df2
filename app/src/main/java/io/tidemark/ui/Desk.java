package io.tidemark.ui;

/** What a screen may ask of the window: go somewhere, show a dialog, say something, look different, know repositories and hosts. */
public record Desk(
        Navigator navigator,
        Overlay overlay,
        Toasts toasts,
        Look look,
        Inventory inventory,
        Fleet fleet,
        Drafts drafts) {}

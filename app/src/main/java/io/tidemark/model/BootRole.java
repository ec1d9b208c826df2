package io.tidemark.model;

/** What a package or file does when a client boots; the order is the order in which reports list them. */
public enum BootRole {
    KERNEL,
    XEN,
    INITRAMFS,
    MODLOOP,
    FIRMWARE,
    MICROCODE,
    BOOT_LOADER,
    LIBC,
    SIGNING_KEYS,
    NONE
}

package io.tidemark.demo;

import java.util.Map;
import java.util.TreeMap;

/**
 * Makes packages of one upstream: what they contain follows from seed, name and version alone.
 *
 * @param recipe sizes and seed
 * @param key what signs
 */
record AlpineForge(AlpineRecipe recipe, SigningKey key) {

    ApkPackage.Built build(ApkPackage wanted) {
        return wanted.build(recipe.arch(), key, files(wanted));
    }

    private Map<String, byte[]> files(ApkPackage wanted) {
        String name = wanted.name();
        Map<String, byte[]> files = new TreeMap<>();
        if (name.equals("alpine-keys")) {
            files.put("etc/apk/keys/" + key.name(), key.pemBytes());
        } else if (name.equals("xen-hypervisor")) {
            files.put("boot/xen.gz", body(wanted, "xen", 8));
        } else if (name.startsWith("linux-firmware")) {
            files.put("lib/firmware/" + name.substring("linux-firmware".length()) + "fw.bin", body(wanted, "fw", 6));
        } else if (name.startsWith("linux-")) {
            files.put("boot/vmlinuz-" + name.substring("linux-".length()), body(wanted, "kernel", 10));
            files.put("lib/modules/" + wanted.version() + "/kernel/fs/ext4.ko", body(wanted, "ext4", 3));
        } else {
            files.put("usr/bin/" + name, body(wanted, "bin", 1));
        }
        files.put("usr/share/licenses/" + name + "/COPYING", Bytes.utf8("MIT, made up for " + name + "\n"));
        return files;
    }

    private byte[] body(ApkPackage wanted, String part, int factor) {
        String seedText = recipe.seed() + " " + wanted.fileName() + " " + part;
        int spread = Math.max(1, recipe.payload());
        return Bytes.content(
                seedText, factor * (spread / 4 + Bytes.random(seedText).nextInt(spread * 3 / 2 + 1)));
    }
}

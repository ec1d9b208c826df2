/**
 * Tidemark: a desktop console and command line for keepers of versioned mirrors. The module is open because picocli and
 * Jackson set fields and call record constructors by reflection; it exports nothing, for it is a program and no library.
 */
@SuppressWarnings("requires-automatic") // sshj has a module name, and no descriptor yet
open module io.tidemark {
    requires atlantafx.base;
    requires com.github.luben.zstd_jni;
    requires com.hierynomus.sshj;
    requires info.picocli;
    requires javafx.base;
    requires javafx.controls;
    requires javafx.graphics;
    requires org.apache.commons.compress;
    requires org.apache.commons.net;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires tools.jackson.databind;

    uses io.tidemark.model.Extension;

    provides io.tidemark.model.Extension with
            io.tidemark.kind.alpine.AlpineKind,
            io.tidemark.kind.tree.TreeKind,
            io.tidemark.kind.puavo.PuavoKind,
            io.tidemark.kind.git.GitKind,
            io.tidemark.kind.ostree.OstreeKind;
}

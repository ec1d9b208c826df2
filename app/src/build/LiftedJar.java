import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar whose class files are from before Java 6. They have no stack maps (JVMS 4.7.4), so that no cache can hold them and
 * each start verifies them anew, slowly; a copy gets stack maps and the version that goes with them, and is else the same.
 */
final class LiftedJar {

    /** Class files of this major version and later have what it takes. */
    private static final int ENOUGH = ClassFile.JAVA_6_VERSION;

    private static final int MAJOR_AT = 6;
    private static final String REMARK = "META-INF/CHANGES.tidemark";

    private LiftedJar() {}

    /** Whether a jar holds classes that are too old. */
    static boolean isOld(ZipFile jar) throws IOException {
        for (ZipEntry entry : Collections.list(jar.entries())) {
            if (isOld(entry, jar.getInputStream(entry).readNBytes(MAJOR_AT + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOld(ZipEntry entry, byte[] head) {
        return entry.getName().endsWith(".class")
                && !entry.getName().startsWith("META-INF/")
                && (head[MAJOR_AT] << 8 | head[MAJOR_AT + 1]) < ENOUGH;
    }

    /** Writes the copy. */
    static void write(ZipFile jar, Path to) throws IOException {
        URL[] path = {Path.of(jar.getName()).toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(path);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            ClassFile form = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(classes)));
            for (ZipEntry entry : Collections.list(jar.entries())) {
                byte[] content = jar.getInputStream(entry).readAllBytes();
                put(out, entry.getName(), entry.getTime(), isOld(entry, content) ? lift(form, content) : content);
            }
            String remark = "The class files of this copy were given stack maps and the version that goes with them.\n";
            put(out, REMARK, 0, remark.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void put(ZipOutputStream out, String name, long time, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] lift(ClassFile form, byte[] old) throws IOException {
        ClassModel model = form.parse(old);
        ClassTransform bodies = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_17_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        byte[] lifted = form.transformClass(model, bodies.andThen(version));
        if (!form.verify(lifted).isEmpty()) {
            throw new IOException(
                    "no stack maps could be made for " + model.thisClass().asInternalName());
        }
        return lifted;
    }
}

package io.tidemark.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.tidemark.model.ExemptFromHouseRules;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may use whom. A class that must break a rule says so, and why, with {@link ExemptFromHouseRules}. */
class ArchitectureTest {

    private static final String FX_BRIDGE = "io.tidemark.ui.FxBridge";
    private static final int MOST_PARAMETERS = 5;
    private static final Set<String> MUTABLE = Set.of(
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicReference");

    private static JavaClasses program;

    @BeforeAll
    static void read() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tidemark");
        assertTrue(program.contain("io.tidemark.Main"), "the program's classes are not where the rules look for them");
    }

    private static void holds(ArchRule rule) {
        rule.check(program);
    }

    private static GivenClassesConjunction everyClass() {
        return classes().that(not(exempt()));
    }

    private static GivenClassesConjunction noClassOutside(String part) {
        return noClasses()
                .that(not(resideInAPackage("io.tidemark." + part + "..")).and(not(exempt())));
    }

    private static DescribedPredicate<JavaClass> exempt() {
        return annotatedWith(ExemptFromHouseRules.class).forSubtype();
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        holds(everyClass()
                .should(new PackageTable())
                .because("a layer that reaches upwards can no longer be used alone"));
    }

    @Test
    void packagesFormNoCycle() {
        holds(slices().matching("io.tidemark.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one big package under several names"));
    }

    @Test
    void kindsDoNotKnowEachOther() {
        holds(slices().matching("io.tidemark.kind.(*)..")
                .should()
                .notDependOnEachOther()
                .because("adding a kind must touch its own package and nothing else"));
    }

    @Test
    void engineAsksKindsOnlyThroughTheirInterface() {
        holds(noClasses()
                .that(resideInAPackage("io.tidemark.engine..").and(not(exempt())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tidemark.kind.*..")
                .because("the rest asks a kind what it can do, never which one it is"));
    }

    @Test
    void javaFxStaysInTheWindow() {
        holds(noClassOutside("ui")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..", "org.controlsfx..", "impl.org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("the engine and the command line run where there is no screen"));
    }

    @Test
    void sshLibraryStaysInItsPackage() {
        holds(noClassOutside("host.ssh")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.schmizz..", "com.hierynomus..")
                .because("a library for talking to hosts is wrapped at one place and can be exchanged there"));
    }

    @Test
    void oneClassCrossesToTheInterfaceThread() {
        holds(noClasses()
                .that(not(nestedIn(FX_BRIDGE)).and(not(exempt())))
                .should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                .because("progress is coalesced at one place, so that a million files cost no more than ten"));
    }

    @Test
    void nothingStaticCanChange() {
        holds(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(exempt()))
                .should()
                .beFinal()
                .because("two repositories, two tests or two windows must not meet in a static field"));
        holds(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(exempt()))
                .should()
                .notHaveRawType(mutable())
                .because("a final field of a mutable type is mutable state all the same"));
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        holds(noClassOutside("cli")
                .and(not(equivalentTo("io.tidemark.Main")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("one document goes to standard output and nothing may mix with it"));
    }

    @Test
    void nobodyEndsTheProcessButTheEntryPoint() {
        holds(noClasses()
                .that(not(equivalentTo("io.tidemark.Main")).and(not(exempt())))
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("locks, intents and progress lines are put away on the way out"));
    }

    @Test
    void constructorsAskForFewThings() {
        holds(constructors()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are neither records nor enums", type -> !type.isRecord() && !type.isEnum()))
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "at most " + MOST_PARAMETERS, list -> list.size() <= MOST_PARAMETERS))
                .because("a class that needs more does more than one thing"));
    }

    private static DescribedPredicate<JavaClass> equivalentTo(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> nestedIn(String name) {
        return DescribedPredicate.describe(
                name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static DescribedPredicate<JavaClass> mutable() {
        return DescribedPredicate.describe("a mutable type", type -> MUTABLE.contains(type.getName()));
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The architecture of the project as rules: the rooms of the shared module, the rooms of a provider module, and what holds in both.
 *
 * <p>Use: {@code RoomRules.common(base).forEach(rule -> rule.check(RoomRules.classesOf(base, 40)))}.
 */
public final class RoomRules {

    /** A room, the rooms of its module that it may use, and the libraries beside the JDK. */
    record Room(String name, List<String> rooms, List<String> libraries) {}

    private static final String SLF4J = "org.slf4j..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String CAMEL = "org.apache.camel..";

    private static final List<Room> CORE = List.of(
            new Room("error", List.of(), List.of()),
            new Room("concurrent", List.of(), List.of(SLF4J)),
            new Room("retry", List.of("error", "concurrent"), List.of()),
            new Room("sse", List.of(), List.of()),
            new Room("stream", List.of(), List.of()),
            new Room("offset", List.of(), List.of(SLF4J)),
            new Room("json", List.of("error"), List.of(JACKSON)),
            new Room("http", List.of("error", "retry", "concurrent"), List.of("org.apache.hc..", SLF4J)),
            new Room("websocket", List.of("http", "error", "concurrent"), List.of(SLF4J)),
            new Room("streaming", List.of("http", "sse", "retry", "concurrent", "error"), List.of()),
            new Room("paging", List.of("error"), List.of()),
            new Room("operation", List.of("http", "json", "paging", "error", "retry"), List.of(JACKSON, SLF4J)),
            new Room("subscription", List.of("http", "sse", "retry", "offset", "concurrent", "error"), List.of(SLF4J)));

    private RoomRules() {}

    /**
     * The production classes below this package.
     *
     * @throws AssertionError if there are fewer than {@code atLeast}: rules over nothing hold always
     */
    public static JavaClasses classesOf(String base, int atLeast) {
        JavaClasses found = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        if (found.size() < atLeast) {
            throw new AssertionError(
                    "Expected at least " + atLeast + " classes in " + base + ", found " + found.size());
        }
        return found;
    }

    /** All rules for the shared module, whose rooms are the packages below {@code base}. */
    public static List<ArchRule> common(String base) {
        List<ArchRule> rules = new ArrayList<>(everywhere(base));
        CORE.forEach(room -> rules.add(onlyUsesItsTable(base, room)));
        rules.add(onlyIn(base, List.of("none"), CAMEL, "core does not know Camel"));
        rules.add(opensSocketsOnlyIn(base, base + ".http..", base + ".websocket.."));
        rules.add(configuresJacksonOnlyIn(base, base + ".json.."));
        return rules;
    }

    /**
     * All rules for a provider module.
     *
     * @param base   its root package; the other packages of the project stand beside it
     * @param common the root package of the shared module
     */
    public static List<ArchRule> provider(String base, String common) {
        return provider(base, common, common);
    }

    /**
     * All rules for a provider module.
     *
     * @param base its root package
     * @param common the root package of the shared module without Camel
     * @param support the root package of the shared module with Camel
     */
    public static List<ArchRule> provider(String base, String common, String support) {
        List<ArchRule> rules = new ArrayList<>(everywhere(base));
        String family = base.substring(0, base.lastIndexOf('.'));
        rules.add(noClasses()
                .that(resideInAPackage(base + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(family + "..")
                        .and(resideOutsideOfPackage(base + ".."))
                        .and(resideOutsideOfPackage(common + ".."))
                        .and(resideOutsideOfPackage(support + "..")))
                .as("providers never see each other")
                .allowEmptyShould(true));
        rules.add(onlyIn(base, List.of(base, base + ".convert.."), CAMEL, "only root and convert know Camel"));
        rules.add(noClasses()
                .that(resideInAPackage(base))
                .should()
                .dependOnClassesThat(resideInAPackage(JACKSON))
                .as("the root knows no JSON")
                .allowEmptyShould(true));
        rules.add(opensSocketsOnlyIn(base, common + ".http.."));
        rules.add(configuresJacksonOnlyIn(base, common + ".json.."));
        rules.add(classes()
                .that(resideInAPackage(base + ".model.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "",
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jilt..",
                        common + ".json..",
                        base + ".model.."))
                .as("the model knows nothing but itself, Jackson's annotations and the marker of the json room")
                .allowEmptyShould(true));
        rules.add(modelHoldsValuesOnly(base));
        return rules;
    }

    /** The rules for every module: no cycles, package docs, no threads, clocks and standard streams of one's own. */
    public static List<ArchRule> everywhere(String base) {
        return List.of(
                slices().matching(base + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("rooms are free of cycles")
                        .allowEmptyShould(true),
                classes()
                        .that(resideInAPackage(base + ".."))
                        .should(new HasPackageInfo())
                        .as("every package says what it is for")
                        .allowEmptyShould(true),
                classes()
                        .that(resideInAPackage(base + ".."))
                        .should(new BorrowsThreadsAndClocks())
                        .as("threads, timers and clocks are handed in; nothing is printed")
                        .allowEmptyShould(true));
    }

    /** In {@code <base>.model} stand records, enums, sealed interfaces and builders only. */
    public static ArchRule modelHoldsValuesOnly(String base) {
        return classes()
                .that(resideInAPackage(base + ".model.."))
                .should(new IsValue())
                .as("the model holds records, enums, sealed interfaces and builders only")
                .allowEmptyShould(true);
    }

    private static ArchRule onlyUsesItsTable(String base, Room room) {
        List<String> allowed = new ArrayList<>(List.of("", "java..", "javax..", "org.w3c.dom..", "org.jspecify.."));
        allowed.add(base + "." + room.name() + "..");
        room.rooms().forEach(other -> allowed.add(base + "." + other + ".."));
        allowed.addAll(room.libraries());
        return classes()
                .that(resideInAPackage(base + "." + room.name() + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .as("room " + room.name() + " uses only the rooms " + room.rooms() + ", the JDK and "
                        + room.libraries())
                .allowEmptyShould(true);
    }

    private static ArchRule onlyIn(String base, List<String> rooms, String target, String name) {
        return noClasses()
                .that(resideInAPackage(base + "..").and(not(resideInAnyPackage(rooms.toArray(String[]::new)))))
                .should()
                .dependOnClassesThat(resideInAPackage(target))
                .as(name)
                .allowEmptyShould(true);
    }

    private static ArchRule opensSocketsOnlyIn(String base, String... rooms) {
        return noClasses()
                .that(resideInAPackage(base + "..").and(not(resideInAnyPackage(rooms))))
                .should()
                .dependOnClassesThat(new OpensSockets())
                .as("only the http room opens sockets")
                .allowEmptyShould(true);
    }

    private static ArchRule configuresJacksonOnlyIn(String base, String room) {
        return classes()
                .that(resideInAPackage(base + "..").and(resideOutsideOfPackage(room)))
                .should(new LeavesJacksonAlone())
                .as("only the json room configures Jackson")
                .allowEmptyShould(true);
    }
}

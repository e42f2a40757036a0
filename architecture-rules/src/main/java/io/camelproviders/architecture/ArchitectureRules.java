/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.camelproviders.architecture.PackageTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The architecture of this project as rules, one instance per module.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> followsTheArchitecture() {
 *     return ArchitectureRules.ofProvider("io.camelproviders.igpt").tests(40);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String PROVIDER = "provider";

    private final PackageTable table;
    private final String project;
    private final String base;
    private final String module;

    ArchitectureRules(PackageTable table, String base, boolean provider) {
        int dot = base.lastIndexOf('.');
        this.table = table;
        this.base = base;
        this.project = base.substring(0, dot);
        this.module = provider ? PROVIDER : base.substring(dot + 1);
    }

    /** The rules for a shared module, such as {@code io.camelproviders.core}. */
    public static ArchitectureRules of(String base) {
        return new ArchitectureRules(ProjectPackages.TABLE, base, false);
    }

    /** The rules for a provider module, such as {@code io.camelproviders.igpt}. */
    public static ArchitectureRules ofProvider(String base) {
        return new ArchitectureRules(ProjectPackages.TABLE, base, true);
    }

    /**
     * One test per rule, over the production classes of the module.
     *
     * @param minimumClasses fails if fewer classes are found, since rules over no classes always hold
     */
    public Stream<DynamicTest> tests(int minimumClasses) {
        JavaClasses found = productionClasses(base, minimumClasses);
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(found)));
    }

    /**
     * The production classes in this package and below.
     *
     * @throws AssertionError if there are fewer than {@code minimum}
     */
    public static JavaClasses productionClasses(String base, int minimum) {
        JavaClasses found = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        if (found.size() < minimum) {
            throw new AssertionError(
                    "Expected at least " + minimum + " classes in " + base + ", found " + found.size());
        }
        return found;
    }

    /** All rules for this module. */
    public List<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>(general());
        table.rows(module).forEach(row -> rules.add(usesOnlyListedPackages(row)));
        rules.add(onlyListedPackagesUseCamel());
        rules.add(noClasses()
                .that(resideInAPackage(base + "..").and(outside(table.socketPackages())))
                .should()
                .dependOnClassesThat(new SocketTypes())
                .as("only " + table.socketPackages() + " open sockets")
                .allowEmptyShould(true));
        rules.add(classes()
                .that(resideInAPackage(base + "..").and(outside(table.jacksonPackages())))
                .should(new NoMapperConfiguration())
                .as("only " + table.jacksonPackages() + " configure Jackson")
                .allowEmptyShould(true));
        if (module.equals(PROVIDER)) {
            rules.addAll(providerOnly());
        } else if (table.sharedModules().contains(module)) {
            rules.add(classes()
                    .that(resideInAPackage(base + ".."))
                    .should(new NotNamedLikeCamelApi(table.namedLikeCamel()))
                    .as("no type has the simple name of a type in camel-api"));
        }
        return rules;
    }

    /** The rules for every module, the test kit included: cycles, package documentation, threads and clocks, internal packages. */
    public List<ArchRule> general() {
        return List.of(
                slices().matching(base + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("packages are free of cycles")
                        .allowEmptyShould(true),
                classes()
                        .that(resideInAPackage(base + ".."))
                        .should(new HasPackageInfo())
                        .as("every package is documented")
                        .allowEmptyShould(true),
                classes()
                        .that(resideInAPackage(base + ".."))
                        .should(new NoThreadsOrClocks())
                        .as("threads, timers and clocks are passed in; nothing is printed")
                        .allowEmptyShould(true),
                noClasses()
                        .that(resideInAPackage(base + ".."))
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage(project + "..internal..").and(resideOutsideOfPackage(base + "..")))
                        .as("internal packages of other modules are not used")
                        .allowEmptyShould(true));
    }

    private List<ArchRule> providerOnly() {
        List<String> visible = new ArrayList<>(List.of(base + ".."));
        table.sharedModules().forEach(shared -> visible.add(project + "." + shared + ".."));
        return List.of(
                noClasses()
                        .that(resideInAPackage(base + ".."))
                        .should()
                        .dependOnClassesThat(resideInAPackage(project + "..")
                                .and(resideOutsideOfPackages(visible.toArray(String[]::new))))
                        .as("providers do not use each other")
                        .allowEmptyShould(true),
                noClasses()
                        .that(resideInAPackage(base))
                        .should()
                        .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
                        .as("the root package does not use Jackson")
                        .allowEmptyShould(true),
                classes()
                        .that(resideInAPackage(base + ".model.."))
                        .should(new IsValueType())
                        .as("the model consists of records, enums, sealed interfaces and builders")
                        .allowEmptyShould(true));
    }

    private ArchRule usesOnlyListedPackages(Row row) {
        List<String> allowed = new ArrayList<>(List.of("", "java..", "javax..", "org.w3c.dom..", "org.jspecify.."));
        allowed.add(pattern(row.name()));
        row.packages().forEach(name -> {
            boolean otherModule = name.contains(".") || table.sharedModules().contains(name);
            allowed.add(otherModule ? project + "." + name + ".." : pattern(name));
        });
        row.libraries().forEach(name -> allowed.add(library(name)));
        return classes()
                .that(resideInAPackage(pattern(row.name())))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .as("package " + row.name() + " uses only the packages " + row.packages() + ", the JDK and "
                        + row.libraries())
                .allowEmptyShould(true);
    }

    private ArchRule onlyListedPackagesUseCamel() {
        List<String> names = table.camelPackages(module);
        String[] patterns = names.stream().map(this::pattern).toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(base + "..").and(not(resideInAnyPackage(patterns))))
                .should()
                .dependOnClassesThat(resideInAPackage(library("camel")))
                .as("only the packages " + names + " use Camel")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> outside(List<String> packages) {
        return resideOutsideOfPackages(
                packages.stream().map(name -> project + "." + name + "..").toArray(String[]::new));
    }

    private String pattern(String name) {
        return name.equals("(root)") ? base : base + "." + name + "..";
    }

    private static String library(String name) {
        String pattern = PackageTable.LIBRARIES.get(name);
        if (pattern == null) {
            throw new IllegalArgumentException("Unknown library " + name + " in the package table");
        }
        return pattern;
    }
}

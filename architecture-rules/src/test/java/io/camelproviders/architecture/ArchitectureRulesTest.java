/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureRulesTest {

    private static final String COMMON = "io.camelproviders.architecture.bad.common";
    private static final String PROVIDER = "io.camelproviders.architecture.bad.acme";

    private static final JavaClasses COMMON_CLASSES = new ClassFileImporter().importPackages(COMMON);
    private static final JavaClasses PROVIDER_CLASSES = new ClassFileImporter().importPackages(PROVIDER);

    private static final ArchitectureRules COMMON_RULES = new ArchitectureRules(table(Set.of()), COMMON, false);
    private static final ArchitectureRules PROVIDER_RULES = new ArchitectureRules(table(Set.of()), PROVIDER, true);

    private static PackageTable table(Set<String> namedLikeCamel) {
        return new PackageTable(
                """
                common   | error     | -           | -
                common   | operation | json error  | jackson slf4j
                provider | model     | common.json | jackson-annotations
                """, """
                common   | camel
                provider | (root) convert
                """, List.of("common"), List.of("common.http"), List.of("common.json"), namedLikeCamel);
    }

    @ParameterizedTest
    @CsvSource({
        "package error uses only,KnowsRetry",
        "package operation uses only,CamelContext",
        "packages are free of cycles,Cycle detected",
        "only the packages [camel] use Camel,ConfiguresJackson",
        "only [common.http] open sockets,DoesItAll",
        "only [common.json] configure Jackson,ConfiguresJackson.mapper",
        "'threads, timers and clocks are passed in',java.lang.Thread.<init>",
        "'threads, timers and clocks are passed in',currentTimeMillis",
        "'threads, timers and clocks are passed in',java.lang.System.out",
        "no type has the simple name of a type in camel-api,error.Exchange",
    })
    void findsViolationsInASharedModule(String rule, String evidence) {
        assertThat(violations(COMMON_RULES, rule, COMMON_CLASSES)).contains(evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "'only the packages [(root), convert] use Camel',UsesOtherProvider",
        "the root package does not use Jackson,BadEndpoint",
        "package model uses only,PlainClass",
        "'the model consists of records, enums',PlainClass is not a record",
        "providers do not use each other,UsesOtherProvider",
        "internal packages of other modules are not used,UsesOtherProvider",
    })
    void findsViolationsInAProvider(String rule, String evidence) {
        assertThat(violations(PROVIDER_RULES, rule, PROVIDER_CLASSES)).contains(evidence);
    }

    @Test
    void acceptsRecordsEnumsSealedInterfacesAndBuildersInTheModel() {
        assertThat(violations(PROVIDER_RULES, "the model consists of", PROVIDER_CLASSES))
                .doesNotContain("GoodValue", "package-info");
    }

    @Test
    void acceptsNamesOfCamelTypesThatTheTableLists() {
        ArchitectureRules rules = new ArchitectureRules(table(Set.of("Exchange")), COMMON, false);

        assertThat(violations(rules, "no type has the simple name", COMMON_CLASSES))
                .isEmpty();
    }

    @Test
    void readsTheTypeNamesFromTheJarOfCamelApi() {
        assertThat(NotNamedLikeCamelApi.camelApiTypes())
                .contains("Exchange", "Consumer", "Offset", "ValidationException")
                .doesNotContain("HttpCall");
    }

    @Test
    void findsPackagesWithoutDocumentation() {
        // given: a library that has no package-info classes
        String library = "com.fasterxml.jackson.core.io";
        JavaClasses classes = new ClassFileImporter().importPackages(library);

        // when / then
        assertThat(violations(ArchitectureRules.of(library), "every package is documented", classes))
                .contains(library);
        assertThat(violations(COMMON_RULES, "every package is documented", COMMON_CLASSES))
                .isEmpty();
    }

    @Test
    void failsIfTooFewClassesAreFound() {
        assertThatThrownBy(() -> ArchitectureRules.productionClasses("io.camelproviders.nowhere", 1))
                .isInstanceOf(AssertionError.class);
        assertThat(ArchitectureRules.productionClasses("io.camelproviders.architecture", 5))
                .isNotEmpty();
    }

    @Test
    void everyRowOfTheProjectNamesKnownLibraries() {
        assertThat(ArchitectureRules.of("io.camelproviders.common").rules())
                .hasSizeGreaterThan(ProjectPackages.TABLE.rows("core").size());
        assertThat(ProjectPackages.TABLE.rows("core")).isNotEmpty();
        assertThat(ProjectPackages.TABLE.rows("provider")).isNotEmpty();
    }

    private static String violations(ArchitectureRules rules, String name, JavaClasses classes) {
        ArchRule found = rules.rules().stream()
                .filter(rule -> rule.getDescription().startsWith(name))
                .findFirst()
                .orElseThrow();
        return String.join("\n", found.evaluate(classes).getFailureReport().getDetails());
    }
}

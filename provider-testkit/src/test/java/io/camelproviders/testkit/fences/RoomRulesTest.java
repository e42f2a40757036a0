/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomRulesTest {

    private static final String BASE = "io.camelproviders.testkit.fences.bad";
    private static final String PROVIDER = "io.camelproviders.testkit.fences.badprovider";

    private static final JavaClasses COMMON_CLASSES = new ClassFileImporter().importPackages(BASE);
    private static final JavaClasses PROVIDER_CLASSES = new ClassFileImporter().importPackages(PROVIDER);

    @ParameterizedTest
    @CsvSource({
        "room error uses only,KnowsRetry",
        "room operation uses only,StandIn",
        "rooms are free of cycles,Cycle detected",
        "core does not know Camel,ConfiguresJackson",
        "only the http room opens sockets,DoesItAll",
        "only the json room configures Jackson,ConfiguresJackson.mapper",
        "'threads, timers and clocks are handed in',java.lang.Thread.<init>",
        "'threads, timers and clocks are handed in',currentTimeMillis",
        "'threads, timers and clocks are handed in',java.lang.System.out",
    })
    void failsInABadSharedModule(String rule, String evidence) {
        assertThat(failures(RoomRules.common(BASE), rule, COMMON_CLASSES)).contains(evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "only root and convert know Camel,LooksIntoNeighbour",
        "the root knows no JSON,BadEndpoint",
        "the model knows nothing but,PlainClass",
        "'the model holds records, enums',PlainClass is no record",
    })
    void failsInABadProvider(String rule, String evidence) {
        assertThat(failures(RoomRules.provider(PROVIDER, BASE), rule, PROVIDER_CLASSES))
                .contains(evidence);
    }

    @Test
    void failsIfAProviderSeesAnother() {
        // given
        String rule = "providers never see each other";
        String apart = "io.camelproviders.testkit.fences.bad";

        // when / then: with the fixture taken for a provider beside the kit's own packages
        List<ArchRule> rules = RoomRules.provider("io.camelproviders.testkit.fences", apart);
        assertThat(failures(rules, rule, PROVIDER_CLASSES)).contains("LooksIntoNeighbour", "testkit.Header");
        assertThat(holds(RoomRules.provider(PROVIDER, BASE), rule, PROVIDER_CLASSES))
                .isTrue();
    }

    @Test
    void takesRecordsEnumsSealedInterfacesAndBuildersForValues() {
        assertThat(failures(RoomRules.provider(PROVIDER, BASE), "the model holds", PROVIDER_CLASSES))
                .doesNotContain("GoodValue", "package-info");
    }

    @Test
    void failsInAPackageWithoutItsDoc() {
        // given: a library that documents its packages for people only
        String library = "com.fasterxml.jackson.core.io";
        JavaClasses classes = new ClassFileImporter().importPackages(library);

        // when / then
        assertThat(failures(RoomRules.everywhere(library), "every package says", classes))
                .contains(library);
        assertThat(holds(RoomRules.everywhere(BASE), "every package says", COMMON_CLASSES))
                .isTrue();
    }

    @Test
    void failsIfTooFewClassesAreFound() {
        assertThatThrownBy(() -> RoomRules.classesOf("io.camelproviders.nowhere", 1))
                .isInstanceOf(AssertionError.class);
        assertThat(RoomRules.classesOf("io.camelproviders.testkit.fences", 5)).isNotEmpty();
    }

    private static String failures(List<ArchRule> rules, String name, JavaClasses classes) {
        EvaluationResult result = rule(rules, name).evaluate(classes);
        return String.join("\n", result.getFailureReport().getDetails());
    }

    private static boolean holds(List<ArchRule> rules, String name, JavaClasses classes) {
        return !rule(rules, name).evaluate(classes).hasViolation();
    }

    private static ArchRule rule(List<ArchRule> rules, String name) {
        return rules.stream()
                .filter(rule -> rule.getDescription().startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}

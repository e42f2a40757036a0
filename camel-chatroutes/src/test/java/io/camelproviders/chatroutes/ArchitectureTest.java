/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.camelproviders.testkit.fences.RoomRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rooms of this module keep to the house plan. */
class ArchitectureTest {

    private static final String BASE = "io.camelproviders.chatroutes";

    @TestFactory
    Stream<DynamicTest> keepsToTheHousePlan() {
        JavaClasses classes = RoomRules.classesOf(BASE, 40);

        return RoomRules.provider(BASE, "io.camelproviders.core", "io.camelproviders.support").stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }
}

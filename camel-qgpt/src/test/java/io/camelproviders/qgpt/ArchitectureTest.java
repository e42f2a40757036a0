/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.camelproviders.testkit.fences.RoomRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String BASE = "io.camelproviders.qgpt";
    private static final JavaClasses CLASSES = RoomRules.classesOf(BASE, 60);

    @TestFactory
    Stream<DynamicTest> keepsToTheTableOfRooms() {
        return RoomRules.provider(BASE, "io.camelproviders.core", "io.camelproviders.support").stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
    }
}

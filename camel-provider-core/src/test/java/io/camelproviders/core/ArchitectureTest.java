/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.camelproviders.testkit.fences.RoomRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String BASE = "io.camelproviders.core";
    private static final JavaClasses CLASSES = RoomRules.classesOf(BASE, 40);

    @TestFactory
    Stream<DynamicTest> keepsToTheTableOfRooms() {
        return RoomRules.common(BASE).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
    }
}

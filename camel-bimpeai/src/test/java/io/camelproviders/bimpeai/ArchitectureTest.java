/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.camelproviders.testkit.fences.RoomRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String BASE = "io.camelproviders.bimpeai";

    @Test
    void eachRoomUsesOnlyWhatItMay() {
        JavaClasses classes = RoomRules.classesOf(BASE, 60);

        RoomRules.provider(BASE, "io.camelproviders.core", "io.camelproviders.support")
                .forEach(rule -> rule.check(classes));
    }
}

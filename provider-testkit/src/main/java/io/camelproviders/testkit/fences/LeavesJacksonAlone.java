/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** No mapper is made, built or changed. */
final class LeavesJacksonAlone extends ArchCondition<JavaClass> {

    private static final Set<String> MAPPERS =
            Set.of("com.fasterxml.jackson.databind.ObjectMapper", "com.fasterxml.jackson.databind.json.JsonMapper");
    private static final Set<String> CHANGES = Set.of(
            "<init>",
            "builder",
            "copy",
            "configure",
            "enable",
            "disable",
            "registerModule",
            "registerModules",
            "findAndRegisterModules",
            "setSerializationInclusion",
            "setVisibility",
            "addMixIn",
            "activateDefaultTyping");

    LeavesJacksonAlone() {
        super("leave the mapper as it is");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            boolean mapper = MAPPERS.contains(access.getTarget().getOwner().getName());
            if (mapper && CHANGES.contains(access.getTarget().getName())) {
                events.add(SimpleConditionEvent.violated(type, access.getDescription()));
            }
        }
    }
}

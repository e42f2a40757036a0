/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** No Jackson mapper is created or configured. */
final class NoMapperConfiguration extends ArchCondition<JavaClass> {

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

    NoMapperConfiguration() {
        super("not create or configure a Jackson mapper");
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

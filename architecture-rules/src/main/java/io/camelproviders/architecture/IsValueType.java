/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A record, an enum, a sealed interface or a builder. */
final class IsValueType extends ArchCondition<JavaClass> {

    IsValueType() {
        super("be a record, an enum, a sealed interface or a builder");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean packageInfo = type.getSimpleName().equals("package-info");
        boolean value = type.isRecord() || type.isEnum() || type.getSimpleName().endsWith("Builder");
        // What javac adds for a switch over an enum, or a constant with a body.
        boolean ofTheCompiler = type.isAnonymousClass();
        boolean namespace = type.getFields().isEmpty()
                && type.getMethods().isEmpty()
                && type.reflect().getDeclaredClasses().length > 0;
        boolean sealed = type.isInterface() && type.reflect().isSealed();
        if (!packageInfo && !value && !ofTheCompiler && !sealed && !namespace) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is not a record, enum, sealed interface or builder"));
        }
    }
}

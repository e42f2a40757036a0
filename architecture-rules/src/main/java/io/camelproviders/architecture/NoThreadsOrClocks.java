/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Creates no thread, timer or executor, does not read the system clock and does not use the standard streams. */
final class NoThreadsOrClocks extends ArchCondition<JavaClass> {

    private static final Set<String> OF_SYSTEM = Set.of("currentTimeMillis", "in", "out", "err");

    NoThreadsOrClocks() {
        super("use the threads, timers and clocks passed in");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            if (isForbidden(access.getTarget())) {
                events.add(SimpleConditionEvent.violated(type, access.getDescription()));
            }
        }
    }

    private static boolean isForbidden(AccessTarget target) {
        return switch (target.getOwner().getName()) {
            case "java.util.concurrent.Executors", "java.util.Timer" -> true;
            // A thread may be asked who it is, and a subclass calls the same constructor.
            case "java.lang.Thread" -> target.getName().equals("<init>");
            case "java.lang.System" -> OF_SYSTEM.contains(target.getName());
            default -> false;
        };
    }
}

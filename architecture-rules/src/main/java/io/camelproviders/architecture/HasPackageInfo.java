/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The package of the class is documented in a {@code package-info}. */
final class HasPackageInfo extends ArchCondition<JavaClass> {

    HasPackageInfo() {
        super("reside in a package with package-info.java");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.getPackage().tryGetPackageInfo().isEmpty()) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " resides in a package without package-info.java"));
        }
    }
}

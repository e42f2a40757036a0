/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import org.apache.camel.Component;
import org.apache.camel.spi.ClassResolver;

/** Spring Boot ignores the properties of a component that has no starter on the class path: whoever misses an option must be told. */
final class StarterAdvice {

    private static final String SPRING_BOOT = "org.springframework.boot.SpringApplication";

    private StarterAdvice() {}

    /** What to add to the advice to set a property; empty where that advice is enough. */
    static String of(Component component) {
        ClassResolver classes = component.getCamelContext().getClassResolver();
        Class<?> type = component.getClass();
        String starter = type.getPackageName() + ".springboot." + type.getSimpleName() + "AutoConfiguration";
        if (classes.resolveClass(SPRING_BOOT) == null || classes.resolveClass(starter) != null) {
            return "";
        }
        String scheme = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return ". Spring Boot ignores camel.component." + scheme + ".* without the dependency io.camelproviders:camel-"
                + scheme + "-starter";
    }
}

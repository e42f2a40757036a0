/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/**
 * A top-level type does not share its simple name with a top-level type of camel-api, so that a reader never has to ask which one is
 * meant. Nested types are written with the name of their outer type, as in {@code HttpSettings.Builder}.
 */
final class NotNamedLikeCamelApi extends ArchCondition<JavaClass> {

    /** Far fewer than camel-api has; fewer were found means that the jar was not read. */
    private static final int MINIMUM = 300;

    private final Set<String> reserved;
    private final Set<String> tolerated;

    NotNamedLikeCamelApi(Set<String> tolerated) {
        super("not be named like a type of camel-api");
        this.tolerated = tolerated;
        this.reserved = camelApiTypes();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String name = type.getSimpleName();
        if (type.isTopLevelClass() && reserved.contains(name) && !tolerated.contains(name)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " has the simple name of a type in camel-api"));
        }
    }

    /** The simple names of all top-level types in camel-api's jar. */
    static Set<String> camelApiTypes() {
        URL known = CamelContext.class.getResource("CamelContext.class");
        try (JarFile jar = ((JarURLConnection) known.openConnection()).getJarFile()) {
            Set<String> names = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("org/apache/camel/") && name.endsWith(".class"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ".class".length()))
                    .filter(name -> !name.contains("$") && !name.equals("package-info"))
                    .collect(Collectors.toSet());
            if (names.size() < MINIMUM) {
                throw new IllegalStateException("Only " + names.size() + " types found in " + jar.getName());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.spi.GeneratedPropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.jspecify.annotations.Nullable;

/**
 * Sets a component's options by the generated code, and remembers the names that the component does not have. Camel would
 * fail with an unknown option and print its value, which may be a key under a misspelt name; the component fails when it
 * starts instead, with the name alone.
 */
final class ComponentOptions implements GeneratedPropertyConfigurer, ExtendedPropertyConfigurerGetter {

    private static final Set<String> STARTER_SETTINGS = Set.of("enabled", "customizer");

    private final PropertyConfigurer generated;
    private final OptionAliases aliases;
    private final Set<String> unknown = new ConcurrentSkipListSet<>();

    ComponentOptions(PropertyConfigurer generated, OptionAliases aliases) {
        this.generated = generated;
        this.aliases = aliases;
    }

    @Override
    public boolean configure(CamelContext context, Object target, String given, Object value, boolean ignoreCase) {
        String name = aliases.current(given);
        boolean known = generated instanceof GeneratedPropertyConfigurer setter
                ? setter.configure(context, target, name, value, ignoreCase)
                : generated.configure(context, target, name, value, ignoreCase);
        if (!known && !isStarterSetting(name, value)) {
            unknown.add(name);
        }
        return true;
    }

    /** A Spring Boot starter hands over two settings of its own beside the options; neither comes as text, as from other sources. */
    private static boolean isStarterSetting(String name, Object value) {
        return STARTER_SETTINGS.contains(name) && !(value instanceof String);
    }

    /** Names that were given and that the component does not have. */
    Set<String> unknown() {
        return Set.copyOf(unknown);
    }

    @Override
    public @Nullable Class<?> getOptionType(String name, boolean ignoreCase) {
        return generated instanceof PropertyConfigurerGetter getter ? getter.getOptionType(name, ignoreCase) : null;
    }

    @Override
    public @Nullable Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return generated instanceof PropertyConfigurerGetter getter
                ? getter.getOptionValue(target, name, ignoreCase)
                : null;
    }

    @Override
    public @Nullable Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return generated instanceof PropertyConfigurerGetter getter
                ? getter.getCollectionValueType(target, name, ignoreCase)
                : null;
    }

    @Override
    public String @Nullable [] getAutowiredNames() {
        return generated instanceof PropertyConfigurerGetter getter ? getter.getAutowiredNames() : null;
    }

    @Override
    public Map<String, Object> getAllOptions(Object target) {
        return generated instanceof ExtendedPropertyConfigurerGetter getter
                ? getter.getAllOptions(target)
                : new TreeMap<>();
    }
}

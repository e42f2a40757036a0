/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Refuses properties below {@code camel.component.<scheme>} that the component does not have. Spring Boot would ignore them, and a misspelt
 * {@code api-key} would look like a missing one; told to check, it would print the values, which may be keys.
 *
 * @implNote runs when all beans exist, which is before Camel starts the routes
 */
final class UnknownPropertyCheck implements SmartInitializingSingleton {

    private static final String COMPONENTS = "camel.component.";
    private static final String OUR_PACKAGES = "io.camelproviders.";

    private final ConfigurableApplicationContext context;

    UnknownPropertyCheck(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<UnknownProperty> unknown = new ArrayList<>();
        for (ConfigurationPropertiesBean bean :
                ConfigurationPropertiesBean.getAll(context).values()) {
            String prefix = prefix(bean.getAnnotation());
            Class<?> type = bean.getInstance().getClass();
            if (prefix.startsWith(COMPONENTS) && type.getName().startsWith(OUR_PACKAGES)) {
                unknown.addAll(unknown(ConfigurationPropertyName.of(prefix), new KnownProperties(type)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownPropertyException(unknown);
        }
    }

    private static String prefix(ConfigurationProperties annotation) {
        return annotation.prefix().isEmpty() ? annotation.value() : annotation.prefix();
    }

    private List<UnknownProperty> unknown(ConfigurationPropertyName prefix, KnownProperties known) {
        List<UnknownProperty> unknown = new ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(context.getEnvironment())) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(prefix::isAncestorOf)
                        .filter(name -> !known.contains(prefix, name))
                        .forEach(name -> unknown.add(new UnknownProperty(
                                name.toString(), origin(source, name), prefix + "." + known.nearest(prefix, name))));
            }
        }
        return unknown;
    }

    private static String origin(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        Origin origin = Origin.from(source.getConfigurationProperty(name));
        return origin == null ? "unknown origin" : origin.toString();
    }
}

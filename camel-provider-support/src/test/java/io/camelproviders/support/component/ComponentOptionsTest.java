/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Names that a component does not have are remembered, unless they are a Spring Boot starter's own. */
class ComponentOptionsTest {

    private final ComponentOptions options = new ComponentOptions(
            (context, target, name, value, ignoreCase) -> name.equals("apiKey"), new OptionAliases());

    @Test
    void toleratesTheSettingsOfAStarter() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            // when
            options.configure(context, this, "apiKey", "K", true);
            options.configure(context, this, "enabled", true, true);
            options.configure(context, this, "customizer", new Object(), true);
            // then
            assertThat(options.unknown()).isEmpty();
        }
    }

    @Test
    void refusesThemAsTextLikeEveryOtherUnknownName() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            // when
            options.configure(context, this, "enabled", "true", true);
            options.configure(context, this, "customizer", "true", true);
            options.configure(context, this, "apiKye", "K", true);
            // then
            assertThat(options.unknown()).isEqualTo(Set.of("enabled", "customizer", "apiKye"));
        }
    }
}

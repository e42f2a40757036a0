/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Checks the properties of all components that have a starter. */
@AutoConfiguration
public class ProvidersAutoConfiguration {

    /** Runs before the routes start. */
    @Bean
    static UnknownPropertyCheck providersUnknownPropertyCheck(ConfigurableApplicationContext context) {
        return new UnknownPropertyCheck(context);
    }
}

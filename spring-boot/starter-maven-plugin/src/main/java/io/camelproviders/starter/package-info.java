/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Generates the Spring Boot starters during the build. Entry class: {@link io.camelproviders.starter.GenerateStarterMojo}. May use
 * Maven and Camel's generator.
 */
@NullMarked
package io.camelproviders.starter;

import org.jspecify.annotations.NullMarked;

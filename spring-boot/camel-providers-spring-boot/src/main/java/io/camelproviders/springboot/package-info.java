/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What the Spring Boot starters share: properties that no component has are refused when the application starts. Entry class:
 * {@link io.camelproviders.springboot.ProvidersAutoConfiguration}. May use Spring Boot.
 */
@NullMarked
package io.camelproviders.springboot;

import org.jspecify.annotations.NullMarked;

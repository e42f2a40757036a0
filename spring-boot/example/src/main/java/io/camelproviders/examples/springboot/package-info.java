/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * A Spring Boot application that answers the customers of a BimpeAI agent. Entry class:
 * {@link io.camelproviders.examples.springboot.AnswerCustomersApplication}.
 */
@NullMarked
package io.camelproviders.examples.springboot;

import org.jspecify.annotations.NullMarked;

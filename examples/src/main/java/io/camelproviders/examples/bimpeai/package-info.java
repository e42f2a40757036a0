/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Answers an agent's customers from a Camel route. Entry class: {@code AnswerCustomers}. The route is {@code AnswerRoute},
 * and the same in {@code answer-customers.yaml}; the other classes simulate the customers and the network faults.
 */
@NullMarked
package io.camelproviders.examples.bimpeai;

import org.jspecify.annotations.NullMarked;

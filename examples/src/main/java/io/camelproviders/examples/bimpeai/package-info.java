/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does an agent's customer get an answer from a Camel route? Entry: {@code AnswerCustomers}, which runs as it stands. The route is in
 * {@code AnswerRoute}, and once more in {@code answer-customers.yaml}; everything else plays the customers and the bad network.
 */
@NullMarked
package io.camelproviders.examples.bimpeai;

import org.jspecify.annotations.NullMarked;

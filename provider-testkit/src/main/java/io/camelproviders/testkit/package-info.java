/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What would the provider do? Fake servers on real loopback sockets, each a product of its own; entry:
 * {@code LoopbackServer}. May use: the JDK, Jackson, JUnit.
 */
@NullMarked
package io.camelproviders.testkit;

import org.jspecify.annotations.NullMarked;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What would iGPT do? Entry: {@code FakeIgptServer}; {@code IgptBehaviour} names what can go wrong. May use: the test
 * kit's server, Jackson, JUnit.
 */
@NullMarked
package io.camelproviders.testkit.igpt;

import org.jspecify.annotations.NullMarked;

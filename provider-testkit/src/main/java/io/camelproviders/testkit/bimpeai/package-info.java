/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does the BimpeAI Agent Console API behave? Entries: {@link io.camelproviders.testkit.bimpeai.FakeBimpeaiServer}, its JUnit extension
 * {@link io.camelproviders.testkit.bimpeai.FakeBimpeaiExtension}, and {@link io.camelproviders.testkit.bimpeai.FakeBimpeaiMain}.
 * What it does is what the official SDKs (0.4.1) expect; what no source specifies is said where it is chosen. May use: the test kit's root, Jackson, JUnit.
 */
@NullMarked
package io.camelproviders.testkit.bimpeai;

import org.jspecify.annotations.NullMarked;

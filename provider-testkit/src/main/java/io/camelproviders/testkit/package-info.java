/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What all fake servers have in common. A test uses {@link io.camelproviders.testkit.FakeServer}, {@link io.camelproviders.testkit.FaultScript}
 * with {@link io.camelproviders.testkit.Fault}, and {@link io.camelproviders.testkit.RequestJournal}; {@link io.camelproviders.testkit.FakeProvidersMain} runs all four
 * servers as a program.
 *
 * <p>A fake of another service is built from {@link io.camelproviders.testkit.Operations}, {@link io.camelproviders.testkit.BodyRules}, {@link
 * io.camelproviders.testkit.FakeResponse} and {@link io.camelproviders.testkit.EventStream}. Below all of them is {@link io.camelproviders.testkit.LoopbackServer},
 * an HTTP/1.1 server on one thread. Uses the JDK, Jackson and, for the JUnit extensions, JUnit.
 */
@NullMarked
package io.camelproviders.testkit;

import org.jspecify.annotations.NullMarked;

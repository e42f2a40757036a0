/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does ChatRoutes behave, on a real socket? Entries: {@link io.camelproviders.testkit.chatroutes.FakeChatroutesServer}, all thirty
 * operations with state, and {@link io.camelproviders.testkit.chatroutes.Misbehaviour}, what it can be told to do wrong. May use:
 * {@code io.camelproviders.testkit}, Jackson and, for the extension, JUnit.
 */
@NullMarked
package io.camelproviders.testkit.chatroutes;

import org.jspecify.annotations.NullMarked;

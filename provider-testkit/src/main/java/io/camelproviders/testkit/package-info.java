/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does a provider behave, on a real socket? Entries: {@link io.camelproviders.testkit.LoopbackServer}, the HTTP/1.1 server below all
 * fake providers, {@link io.camelproviders.testkit.RequestJournal}, what it was asked, {@link io.camelproviders.testkit.Certificates} for servers with TLS, and
 * {@link io.camelproviders.testkit.LeakCheck}.
 * May use: the JDK, Jackson and, for the extension, JUnit.
 */
@NullMarked
package io.camelproviders.testkit;

import org.jspecify.annotations.NullMarked;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Do the operations of a component send and read what the provider's HTTP API specifies? Entry:
 * {@link io.camelproviders.testkit.wiremock.OperationMappingsTestSupport}, the base class of one test per provider. It reads WireMock mapping
 * files, each of which holds the request and response of an operation and, as metadata, the call that leads to them.
 * May use: the JDK, Jackson, JUnit, AssertJ, WireMock and Camel's test support. All but the first two are optional dependencies of the module.
 */
@NullMarked
package io.camelproviders.testkit.wiremock;

import org.jspecify.annotations.NullMarked;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does Camel see it? Entries: {@code OperationProducer}, {@code StreamConsumer}, {@code ProviderEndpoint}. May use: all other rooms and Camel.
 */
@NullMarked
package io.camelproviders.support;

import org.jspecify.annotations.NullMarked;

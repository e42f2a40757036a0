/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What can ChatRoutes do, and how does it say it? Entries: {@code ChatroutesOperations} (the rows), {@code ChatroutesDialect} (envelope, errors,
 * headers), {@code TokenSource} and {@code BearerTransport} (logging in). May use: common's {@code operation}, {@code http}, {@code json}, {@code paging}, {@code retry} and
 * {@code error}, and the models. Knows nothing of Camel.
 */
@NullMarked
package io.camelproviders.chatroutes.operation;

import org.jspecify.annotations.NullMarked;

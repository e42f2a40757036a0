/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How do HTTP requests travel? Entry class: {@link io.camelproviders.core.http.HttpTransport}; {@code AsyncHttpTransport} sends,
 * {@code RetryingTransport} repeats. May use: {@code error}, {@code retry}, {@code concurrent}, {@code connection}.
 */
@NullMarked
package io.camelproviders.core.http;

import org.jspecify.annotations.NullMarked;

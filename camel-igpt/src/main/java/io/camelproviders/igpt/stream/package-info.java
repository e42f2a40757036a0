/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What does a streamed answer say? Entries: {@code IgptAnswers}, which makes a streamed question, and {@code IgptEvent},
 * the sealed root of its chunks. May use: {@code model}, {@code operation} and the common rooms; not Camel.
 */
@NullMarked
package io.camelproviders.igpt.stream;

import org.jspecify.annotations.NullMarked;

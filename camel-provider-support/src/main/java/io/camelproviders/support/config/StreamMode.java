/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

/** How a streamed answer reaches a route. */
public enum StreamMode {
    /** As a whole: one exchange, when the answer has ended. */
    AGGREGATE,
    /** Chunk by chunk, as they come: a lazy iterator as body, or one exchange each for a consumer. */
    ITERATOR
}

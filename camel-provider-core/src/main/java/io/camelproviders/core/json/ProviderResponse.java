/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A value that came from a provider: a response, an event or a chunk. As a message body it is never read as the fields of
 * a request; an operation with a text parameter takes its {@link #text()}, and nothing else.
 */
public interface ProviderResponse extends Serializable {

    /** The one obvious text of the response; null or empty if it has none. */
    default @Nullable String text() {
        return null;
    }
}

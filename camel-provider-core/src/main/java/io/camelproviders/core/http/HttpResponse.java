/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

/**
 * A whole answer.
 *
 * @param head status and headers
 * @param body all bytes of the body, bounded by {@code maxResponseBytes}; empty if there is none
 * @param attempts attempts it took, the first one included
 */
public record HttpResponse(ResponseHead head, byte[] body, int attempts) {

    /** HTTP status. */
    public int status() {
        return head.status();
    }
}

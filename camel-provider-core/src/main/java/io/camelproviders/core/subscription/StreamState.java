/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

/**
 * Where a subscription stands. Legal moves: NEW → STARTING → CONNECTING ⇄ OPEN, both ⇄ BACKOFF; from STARTING,
 * CONNECTING, OPEN or BACKOFF to SUSPENDED, ENDED, FAILED; SUSPENDED → STARTING or CONNECTING; any → STOPPED, which is the end.
 */
public enum StreamState {
    NEW,
    /** Looks up or pins where to begin. */
    STARTING,
    CONNECTING,
    OPEN,
    /** Waits before the next attempt. */
    BACKOFF,
    SUSPENDED,
    /** The provider said that there is nothing more to come (204). */
    ENDED,
    /** Cannot go on by itself; the status tells why. */
    FAILED,
    STOPPED
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

/** What becomes of a message whose exchange failed and was not handled by the route's error handler. */
public enum OnFailure {
    /** The same message again after a back-off; nothing overtakes it. */
    RETRY,
    /** The stream stops before the message; health is DOWN. */
    STOP,
    /** The message is counted and passed over. */
    SKIP
}

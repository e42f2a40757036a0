/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

/** What to do when the provider no longer knows the stored position. */
public enum OnUnknownOffset {
    /** Stop and say so: nobody knows what was missed. */
    FAIL,
    /** Go on from now, with a warning and a counter. */
    NOW
}

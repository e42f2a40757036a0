/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

/** Which items of a polled list become exchanges. */
public enum EmitMode {
    /** Each item once. */
    NEW,
    /** Each item once, and again whenever its contents changed. */
    CHANGED,
    /** Every item at every poll. */
    ALL
}

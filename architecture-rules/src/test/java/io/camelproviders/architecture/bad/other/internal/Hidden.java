/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.other.internal;

/** A type that other modules must not use. */
public record Hidden() {}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A model package with a plain class in it. */
@NullMarked
package io.camelproviders.architecture.bad.acme.model;

import org.jspecify.annotations.NullMarked;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A Quarkus application with one route. */
@NullMarked
package io.camelproviders.compatibility.quarkus;

import org.jspecify.annotations.NullMarked;

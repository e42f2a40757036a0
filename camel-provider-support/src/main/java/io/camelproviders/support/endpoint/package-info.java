/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Creates producers and consumers. Entry class: {@link io.camelproviders.support.endpoint.OperationEndpoint}. May use:
 * all other packages of the module.
 */
@NullMarked
package io.camelproviders.support.endpoint;

import org.jspecify.annotations.NullMarked;

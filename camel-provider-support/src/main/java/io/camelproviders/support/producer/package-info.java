/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * From exchange to call and back. Entry class: {@link io.camelproviders.support.producer.OperationProducer}. May use:
 * {@code component}, {@code config}, core.
 */
@NullMarked
package io.camelproviders.support.producer;

import org.jspecify.annotations.NullMarked;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What can be called at the BimpeAI console, and how does it say what happened? Entries: {@code BimpeaiOperations} (the table) and
 * {@code BimpeaiDialect}. May use: common's {@code operation}, {@code http}, {@code json}, {@code paging}, {@code error},
 * {@code retry}, and the models.
 */
@NullMarked
package io.camelproviders.bimpeai.operation;

import org.jspecify.annotations.NullMarked;

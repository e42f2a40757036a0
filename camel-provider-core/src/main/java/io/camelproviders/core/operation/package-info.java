/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What can be called? Entries: {@code Operation} (a definition), {@code OperationTable}, {@code OperationClient}. May use: {@code http}, {@code json}, {@code paging}, {@code error}.
 */
@NullMarked
package io.camelproviders.core.operation;

import org.jspecify.annotations.NullMarked;

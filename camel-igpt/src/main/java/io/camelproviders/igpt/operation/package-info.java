/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What can be asked of iGPT, and what do its errors mean? Entries: {@code IgptOperations}, the table, and
 * {@code IgptDialect}. May use: {@code model} and the common rooms; not Camel.
 */
@NullMarked
package io.camelproviders.igpt.operation;

import org.jspecify.annotations.NullMarked;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What can be asked of Pieces OS, and where does it listen? Entries: {@code QgptOperations}, the table;
 * {@code PiecesLocator}, which finds the server. May use: common's {@code operation}, {@code http}, {@code json},
 * {@code error}; no Camel.
 */
@NullMarked
package io.camelproviders.qgpt.operation;

import org.jspecify.annotations.NullMarked;

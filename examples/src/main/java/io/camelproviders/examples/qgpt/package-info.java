/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does a route ask the copilot of Pieces OS? Entries: {@code AskCodeBase}, a search, a question and hints one after the
 * other; {@code SideKick}, answers word by word. Both run as they stand, on an embedded fake server, and end by themselves.
 */
@NullMarked
package io.camelproviders.examples.qgpt;

import org.jspecify.annotations.NullMarked;

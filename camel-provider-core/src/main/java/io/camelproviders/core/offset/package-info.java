/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * From where do we go on? Entries: {@code CommitTracker} says up to where all is done, {@code CursorStore} keeps it
 * ({@code FileCursorStore} on disk, {@code MemoryCursorStore} not), {@code DedupWindow} knows what comes twice. May use: the JDK.
 */
@NullMarked
package io.camelproviders.core.offset;

import org.jspecify.annotations.NullMarked;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * From where do we go on? Entries: {@code CommitTracker}, {@code CursorStore}. May use: the JDK.
 */
@NullMarked
package io.camelproviders.common.resume;

import org.jspecify.annotations.NullMarked;

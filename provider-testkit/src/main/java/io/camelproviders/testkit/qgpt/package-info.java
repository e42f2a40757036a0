/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * A fake Pieces OS with its QGPT operations over HTTP and WebSocket; start with {@link io.camelproviders.testkit.qgpt.FakeQgptServer}. Its operations
 * and shapes are those of the official SDKs; where a choice was made because no source specifies it, the code says so.
 */
@NullMarked
package io.camelproviders.testkit.qgpt;

import org.jspecify.annotations.NullMarked;

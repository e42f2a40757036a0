/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * A fake iGPT; start with {@link io.camelproviders.testkit.igpt.FakeIgptServer}. Its operations and shapes are those of the official Python (1.1.1) and
 * Node (1.2.0) SDKs; where a choice was made because no source specifies it, the code says so.
 */
@NullMarked
package io.camelproviders.testkit.igpt;

import org.jspecify.annotations.NullMarked;

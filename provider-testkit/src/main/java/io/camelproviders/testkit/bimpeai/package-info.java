/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * A fake BimpeAI Agent Console; start with {@link io.camelproviders.testkit.bimpeai.FakeBimpeaiServer}. Its operations and shapes are those of the
 * official SDKs (0.4.1); where a choice was made because no source specifies it, the code says so.
 */
@NullMarked
package io.camelproviders.testkit.bimpeai;

import org.jspecify.annotations.NullMarked;

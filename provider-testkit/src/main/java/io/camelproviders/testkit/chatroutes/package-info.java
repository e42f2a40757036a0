/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * A fake ChatRoutes; start with {@link io.camelproviders.testkit.chatroutes.FakeChatroutesServer}. Its operations and shapes are those of the official
 * Python (0.2.6) and TypeScript (0.2.0) SDKs; where these contradict each other, the server can be told which to follow.
 */
@NullMarked
package io.camelproviders.testkit.chatroutes;

import org.jspecify.annotations.NullMarked;

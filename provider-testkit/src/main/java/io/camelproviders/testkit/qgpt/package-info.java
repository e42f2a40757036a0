/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What would Pieces OS say? Entry: {@code FakeQgptServer}, a fake of its QGPT operations over HTTP and WebSocket. May
 * use: the test kit's loopback server.
 */
@NullMarked
package io.camelproviders.testkit.qgpt;

import org.jspecify.annotations.NullMarked;

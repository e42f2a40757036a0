/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What does it cost? Entries: {@code OpenStreams}, {@code Asks}, {@code ChunkLatency}. Programs that measure and print; each runs by its own command and
 * none in a build.
 */
@NullMarked
package io.camelproviders.benchmarks;

import org.jspecify.annotations.NullMarked;

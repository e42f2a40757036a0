/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does a streamed response come in? Entry class: {@link io.camelproviders.core.streaming.StreamingCall}, one request whose
 * response arrives in chunks. The transport is behind {@code StreamingSource}, the provider's format behind {@code ChunkReader},
 * the recipient behind {@code ChunkSubscriber}. May use: {@code connection}, {@code http}, {@code sse}, {@code retry}, {@code
 * concurrent}, {@code error}.
 */
@NullMarked
package io.camelproviders.core.streaming;

import org.jspecify.annotations.NullMarked;

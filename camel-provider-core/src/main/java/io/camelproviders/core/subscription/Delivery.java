/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way through a route.
 *
 * @param streamKey which stream it came from
 * @param event the message
 * @param attempt 1 for the first time, counted up by {@code onFailure=retry}
 * @param replayed whether it was handed over before in this process life
 * @param watermark the position up to which all is done if this message is, for whoever stores offsets himself; null if
 *     nothing is known yet
 * @param done to be called exactly once when the exchange is done: null for success, else why it failed
 */
public record Delivery(
        String streamKey,
        StreamEvent event,
        int attempt,
        boolean replayed,
        Supplier<@Nullable String> watermark,
        Consumer<@Nullable Throwable> done) {}

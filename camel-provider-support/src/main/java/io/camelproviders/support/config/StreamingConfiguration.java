/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** How streamed answers are asked for and handed on. Fourth link of the option chain. */
@UriParams
public abstract class StreamingConfiguration extends SubscriptionConfiguration {

    @UriParam(
            label = "common",
            defaultValue = "false",
            description =
                    "Asks for a streamed answer, where the operation has one; operations that only stream do so without it.")
    private boolean stream;

    @UriParam(
            label = "common",
            enums = "AGGREGATE,ITERATOR",
            description =
                    "How a streamed answer is handed on: AGGREGATE as a whole, the default of a producer; ITERATOR chunk by chunk, the default of a consumer.")
    private @Nullable StreamMode streamMode;

    @UriParam(
            label = "producer",
            description =
                    "URI of an endpoint that gets every chunk of a streamed answer as an exchange of its own, in order, before the whole answer goes on.")
    private @Nullable String streamTo;

    @UriParam(
            label = "common",
            defaultValue = "2m",
            javaType = "java.time.Duration",
            description = "How long a streamed answer may take to begin.")
    private long firstChunkTimeout = 120_000;

    @UriParam(
            label = "common",
            defaultValue = "false",
            description =
                    "Asks again when a streamed answer broke off before its first chunk. Costs money; after the first chunk nobody asks again.")
    private boolean retryStream;

    public boolean isStream() {
        return stream;
    }

    public void setStream(boolean stream) {
        this.stream = stream;
    }

    public @Nullable StreamMode getStreamMode() {
        return streamMode;
    }

    public void setStreamMode(@Nullable StreamMode streamMode) {
        this.streamMode = streamMode;
    }

    public @Nullable String getStreamTo() {
        return streamTo;
    }

    public void setStreamTo(@Nullable String streamTo) {
        this.streamTo = streamTo;
    }

    public long getFirstChunkTimeout() {
        return firstChunkTimeout;
    }

    public void setFirstChunkTimeout(long firstChunkTimeout) {
        this.firstChunkTimeout = firstChunkTimeout;
    }

    public boolean isRetryStream() {
        return retryStream;
    }

    public void setRetryStream(boolean retryStream) {
        this.retryStream = retryStream;
    }
}

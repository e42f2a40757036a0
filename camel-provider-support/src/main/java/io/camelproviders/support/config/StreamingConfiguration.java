/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options of streamed responses. Fourth class of the option chain. */
@UriParams
public abstract class StreamingConfiguration extends SubscriptionConfiguration {

    @UriParam(
            label = "common",
            defaultValue = "false",
            description =
                    "Whether to request a streamed response from an operation that can stream it. Operations that only stream do not need it.")
    private boolean stream;

    @UriParam(
            label = "common",
            enums = "aggregate,iterator",
            description =
                    "How a streamed response is delivered: aggregate as a whole (default of a producer), iterator chunk by chunk (default of a consumer).")
    private @Nullable StreamMode streamMode;

    @UriParam(
            label = "producer",
            description =
                    "URI of an endpoint that receives every chunk of a streamed response as an exchange of its own, in order, before the exchange continues with the whole response.")
    private @Nullable String streamTo;

    @UriParam(
            label = "common",
            defaultValue = "2m",
            javaType = "java.time.Duration",
            description = "Timeout for the first chunk of a streamed response.")
    private long firstChunkTimeout = 120_000;

    @UriParam(
            label = "common",
            defaultValue = "false",
            description =
                    "Whether to repeat a call whose streamed response broke off before its first chunk. May incur cost. Calls are never repeated after the first chunk.")
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

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of retries. Second class of the option chain. */
@UriParams
public abstract class RetryConfiguration extends ConnectionConfiguration {

    @UriParam(
            label = "common",
            description =
                    "Maximum number of retries after the first attempt. With 0 only the error handler of the route retries.")
    private int maxRetries = 2;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            description =
                    "Delay before the first retry. The actual delay is random, between a tenth of it and all of it.")
    private long retryDelay = 500;

    @UriParam(
            label = "advanced",
            defaultValue = "2",
            description = "Factor by which the delay grows from one retry to the next.")
    private double retryBackoffMultiplier = 2;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            description = "Maximum back-off delay between retries.")
    private long maxRetryDelay = 8_000;

    @UriParam(
            label = "advanced",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description =
                    "Maximum Retry-After of the provider that a call waits for. If the provider asks for more, the call fails with that value.")
    private long maxRetryAfter = 60_000;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description =
                    "Whether to retry calls that the provider may already have processed, as if they were reads. May incur cost or duplicate side effects.")
    private boolean retryUnsafe;

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public double getRetryBackoffMultiplier() {
        return retryBackoffMultiplier;
    }

    public void setRetryBackoffMultiplier(double retryBackoffMultiplier) {
        this.retryBackoffMultiplier = retryBackoffMultiplier;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public long getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(long maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public boolean isRetryUnsafe() {
        return retryUnsafe;
    }

    public void setRetryUnsafe(boolean retryUnsafe) {
        this.retryUnsafe = retryUnsafe;
    }
}

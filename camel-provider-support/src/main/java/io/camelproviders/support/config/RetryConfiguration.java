/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How calls are repeated. Second link of the option chain. */
@UriParams
public abstract class RetryConfiguration extends ConnectionConfiguration {

    @UriParam(
            label = "common",
            description = "Retries after the first attempt; 0 leaves it all to the error handler of the route.")
    private int maxRetries = 2;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            description = "Wait before the first retry; the waits are random, between a tenth and the whole of it.")
    private long retryDelay = 500;

    @UriParam(label = "advanced", defaultValue = "2", description = "Factor from one wait to the next.")
    private double retryBackoffMultiplier = 2;

    @UriParam(label = "advanced", javaType = "java.time.Duration", description = "Longest wait of our own choosing.")
    private long maxRetryDelay = 8_000;

    @UriParam(
            label = "advanced",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description =
                    "Longest wait that the provider may ask for; when it asks for more the call fails with the value.")
    private long maxRetryAfter = 60_000;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description =
                    "Repeats calls that the provider may have processed already as if they were reads. Costs money or doubles effects.")
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

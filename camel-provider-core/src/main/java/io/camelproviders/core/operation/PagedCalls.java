/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.paging.Page;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/**
 * A list operation as a function from page number to page: what a page walker walks on. Each page but the first asked
 * for has a request id of its own; stateless otherwise.
 */
public final class PagedCalls implements IntFunction<CompletableFuture<Page<Object>>> {

    private final OperationClient client;
    private final OperationCall call;
    private final Executor decoder;

    /**
     * @param client sends
     * @param call the call without its page number
     * @param decoder where answers are decoded
     */
    public PagedCalls(OperationClient client, OperationCall call, Executor decoder) {
        this.client = client;
        this.call = call;
        this.decoder = decoder;
    }

    /** Asks for a page, numbered from 1. */
    @Override
    public CompletableFuture<Page<Object>> apply(int page) {
        OperationCall paged = call.withQuery("page", Integer.toString(page));
        return client.page(
                page == 1 ? paged : paged.withRequestId(UUID.randomUUID().toString()), decoder);
    }
}

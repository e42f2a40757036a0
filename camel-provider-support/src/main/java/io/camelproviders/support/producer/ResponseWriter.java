/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.OperationNames;
import io.camelproviders.core.paging.PageInfo;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.component.ResponseNote;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a call brought to a message: the body, and headers whose names are fixed here. Nothing that a provider sent
 * becomes the name of a header, and no header written here is one that the components read.
 */
public final class ResponseWriter {

    private final String prefix;
    private final String operation;

    public ResponseWriter(ProviderEndpoint endpoint) {
        this.prefix = endpoint.headerPrefix() + "Response";
        this.operation = endpoint.scheme() + ':' + endpoint.operation().name();
    }

    public void write(Message message, CallResult result) {
        body(message, result.value());
        set(message, "Status", result.head().status());
        set(message, "RequestId", result.requestId());
        set(message, "Attempts", result.attempts());
        page(message, result.page());
        result.attributes().forEach((key, value) -> set(message, OperationNames.pascal(key), value));
    }

    /** Writes a whole streamed answer. */
    public void write(Message message, @Nullable Object body, StreamingResult answer, String requestId) {
        ResponseHead head = answer.head();
        body(message, body);
        set(message, "Status", head == null ? null : head.status());
        set(
                message,
                "RequestId",
                head == null ? requestId : head.header("X-Request-Id").orElse(requestId));
        set(message, "Attempts", answer.attempts());
        set(message, "Chunks", answer.chunks());
        answer.attributes().forEach((key, value) -> set(message, OperationNames.pascal(key), value));
    }

    /** Sets the body, and notes whose response it is: no later call reads a response as its request. */
    void body(Message message, @Nullable Object body) {
        message.setBody(body);
        ResponseNote.write(message, operation);
    }

    private void page(Message message, PageInfo page) {
        set(message, "Page", page.page());
        set(message, "Limit", page.limit());
        set(message, "Total", page.total());
        set(message, "Pages", page.pages());
        if (page.page() != null || page.total() != null) {
            set(message, "HasNext", page.hasNext());
            set(message, "HasPrevious", page.page() == null ? null : page.page() > 1);
        }
    }

    /** Marks a failure that became the body. */
    void error(Message message, Object body, String word, int status) {
        body(message, body);
        set(message, "Error", word);
        set(message, "Status", status > 0 ? status : null);
    }

    private void set(Message message, String name, @Nullable Object value) {
        if (value != null) {
            message.setHeader(prefix + name, value);
        }
    }
}

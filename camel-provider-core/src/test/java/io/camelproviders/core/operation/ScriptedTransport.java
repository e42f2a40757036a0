/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A transport that records requests and answers what the test says, when it says so. */
final class ScriptedTransport implements HttpTransport {

    final List<HttpRequest> requests = new ArrayList<>();
    final List<CompletableFuture<HttpResponse>> answers = new ArrayList<>();

    static HttpResponse answer(int status, String body, String... headers) {
        List<HttpHeader> fields = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(new HttpHeader(headers[i], headers[i + 1]));
        }
        return new HttpResponse(new ResponseHead(status, fields), body.getBytes(StandardCharsets.UTF_8), 2);
    }

    @Override
    public CompletableFuture<HttpResponse> call(HttpRequest request) {
        requests.add(request);
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    @Override
    public StreamConnection open(HttpRequest request, StreamListener listener) {
        throw new UnsupportedOperationException("calls only");
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

/** A request that waits for its response: what a {@link Fault.Response} works with. */
public final class PendingResponse {

    private final FakeServer server;
    private final OperationRequest request;
    private final Responder responder;

    PendingResponse(FakeServer server, OperationRequest request, Responder responder) {
        this.server = server;
        this.request = request;
        this.responder = responder;
    }

    /** The server that was asked. */
    public FakeServer server() {
        return server;
    }

    public OperationRequest request() {
        return request;
    }

    /** Writes to the connection, to bypass everything else. */
    public Responder responder() {
        return responder;
    }

    /** Performs the operation and returns the ordinary response. */
    public FakeResponse perform() {
        return server.perform(request);
    }

    /** The response with this status in the error format of the service. */
    public FakeResponse error(int status) {
        return server.error(ServiceError.of(status, "", "Scripted " + status), request);
    }

    /** Writes a response; scripted stream faults apply to a streamed one. */
    public void write(FakeResponse response) {
        if (response.takeOver() != null) {
            response.takeOver().accept(this);
        } else if (response.events() != null) {
            EventStream.of(this, response).start();
        } else {
            responder.respond(
                    response.status(), response.body(), response.headerPairs().toArray(String[]::new));
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import org.apache.camel.builder.RouteBuilder;

/** The application: every message of a customer, in any conversation of the agent, gets a reply. */
final class AnswerRoute extends RouteBuilder {

    static final String ID = "answer-customers";

    @Override
    public void configure() {
        from("bimpeai:messages/stream?conversationId=*&roles=customer")
                .routeId(ID)
                .bean("shop", "answer")
                .to("bimpeai:messages/send")
                .id("send-reply") // part of the idempotency key: stays the same when the route is edited
                .bean("shop", "answered");
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import org.apache.camel.builder.RouteBuilder;

/** The whole application: every message of a customer, in whatever conversation of the agent, gets an answer. */
final class AnswerRoute extends RouteBuilder {

    static final String ID = "answer-customers";

    @Override
    public void configure() {
        from("bimpeai:messages/stream?conversationId=*&roles=customer")
                .routeId(ID)
                .bean("shop", "answer")
                .to("bimpeai:messages/send")
                .bean("shop", "answered");
    }
}

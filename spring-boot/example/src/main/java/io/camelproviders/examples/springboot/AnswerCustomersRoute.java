/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Streams what customers write, and sends the answers into the conversations that they came from. */
@Component
class AnswerCustomersRoute extends RouteBuilder {

    static final String ID = "answer-customers";

    @Override
    public void configure() {
        from("bimpeai:messages/stream?conversationId=*&roles=customer")
                .routeId(ID)
                .log("${header.CamelBimpeaiConversationId} > ${body.message}")
                .bean(Answers.class)
                .to("bimpeai:messages/send")
                .log("${header.CamelBimpeaiConversationId} < ${body.message}");
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.compatibility.quarkus;

import org.apache.camel.builder.RouteBuilder;

/** Answers every customer; Quarkus finds it by its type. */
public class AnswerRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("bimpeai:messages/stream?conversationId=*&roles=customer")
                .setBody(simple("You said ${body.message}"))
                .to("bimpeai:messages/send");
    }
}

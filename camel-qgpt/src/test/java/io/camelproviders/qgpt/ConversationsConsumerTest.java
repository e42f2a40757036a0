/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;
import io.camelproviders.testkit.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // A null where none should be fails the test.
class ConversationsConsumerTest {

    private final QgptTestSupport rig = new QgptTestSupport();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    private void start(String options) throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("qgpt:conversations/stream" + options).process(exchange -> seen.add(described(exchange)));
            }
        });
        QgptTestSupport.await(() -> rig.server.watchers().size() == 1);
    }

    private static String described(Exchange exchange) {
        String type = exchange.getMessage().getHeader(QgptConstants.EVENT_TYPE, String.class);
        if (exchange.getMessage().getBody() instanceof List<?> messages) {
            return type + " "
                    + messages.stream()
                            .map(message -> ((ConversationMessage) message).text())
                            .collect(Collectors.joining(","));
        }
        StreamedIdentifier change = exchange.getMessage().getBody(StreamedIdentifier.class);
        assertThat(exchange.getMessage().getHeader(QgptConstants.CONVERSATION_ID))
                .isEqualTo(change.conversation().id());
        return type;
    }

    @Test
    void tellsEachChange() throws Exception {
        // given
        start("");

        // when
        String id = rig.server.addConversation("talk");
        rig.server.addMessage(id, "USER", "one");
        rig.server.deleteConversation(id);

        // then
        QgptTestSupport.await(() -> seen.size() == 3);
        assertThat(seen).containsExactly("updated", "updated", "deleted");
    }

    @Test
    void bringsNewMessagesOnceAndInOrderAlsoAfterADrop() throws Exception {
        // given
        String id = rig.server.addConversation("talk");
        rig.server.addMessage(id, "USER", "old");
        start("?fetchMessages=true");
        rig.server.addMessage(id, "USER", "one");
        QgptTestSupport.await(() -> seen.contains("updated one"));

        // when
        rig.server.watchers().get(0).reset();
        rig.server.addMessage(id, "SYSTEM", "two");
        QgptTestSupport.await(() ->
                rig.server.watchers().size() == 1 && rig.server.journal().all().size() > 0);
        QgptTestSupport.await(() -> {
            rig.server.addMessage(id, "USER", ".");
            return String.join("", seen).contains("two");
        });

        // then
        String all = String.join(" ", seen);
        assertThat(all.indexOf("one")).isLessThan(all.indexOf("two"));
        assertThat(all.split("two", -1)).hasSize(2);
        assertThat(all).doesNotContain("old");
    }

    @Test
    void bringsMessagesThatCouldNotBeFetchedWithTheNextChange() throws Exception {
        // given
        String id = rig.server.addConversation("talk");
        rig.server.addMessage(id, "USER", "old");
        start("?fetchMessages=true");
        rig.server.faults().on("conversations/messages").once(Fault.respond(500));

        // when
        rig.server.addMessage(id, "USER", "one");
        QgptTestSupport.await(() -> rig.posted("/conversation/" + id + "/messages") == 1);
        rig.server.addMessage(id, "SYSTEM", "two");

        // then
        QgptTestSupport.await(() -> seen.size() == 1);
        assertThat(seen).containsExactly("updated one,two");
    }

    @Test
    void goesOnBehindMessagesThatCannotBeRead() throws Exception {
        // given
        start("");

        // when
        rig.server.watchers().get(0).text("{");
        rig.server.watchers().get(0).text("{\"iterable\":\"odd\"}");
        rig.server.watchers().get(0).text("{\"tomorrow\":true}");
        rig.server.addConversation("talk");

        // then
        QgptTestSupport.await(() -> seen.size() == 1);
        assertThat(rig.server.watchers()).hasSize(1);
    }

    @Test
    void holdsChangesWhileTheRouteIsSuspended() throws Exception {
        // given
        start("");
        String route = rig.context.getRoutes().get(0).getRouteId();
        rig.context.getRouteController().suspendRoute(route);

        // when
        rig.server.addConversation("one");
        rig.server.addConversation("two");
        assertThat(seen).isEmpty();
        rig.context.getRouteController().resumeRoute(route);

        // then
        QgptTestSupport.await(() -> seen.size() == 2);
    }
}

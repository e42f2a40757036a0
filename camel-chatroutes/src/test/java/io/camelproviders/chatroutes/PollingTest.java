/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.model.Checkpoints.Checkpoint;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer.ListShape;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Read operations as scheduled consumers. */
class PollingTest {

    private static final String SOON = "initialDelay=0&delay=50";

    private final List<Exchange> got = new CopyOnWriteArrayList<>();
    private ChatroutesTestSupport rig;
    private String conversation;

    @BeforeEach
    void start() {
        rig = new ChatroutesTestSupport();
        conversation = rig.fake.addConversation("Trip");
    }

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.fake.loopback().failures()).isEmpty();
    }

    private void consume(String uri) throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> got.add(exchange.copy()));
            }
        });
    }

    private void awaitPolls(int more) {
        long wanted = rig.fake.journal().total() + more;
        ChatroutesTestSupport.await(() -> rig.fake.journal().total() >= wanted);
    }

    private List<Object> headers(String name) {
        return got.stream()
                .map(exchange -> exchange.getMessage().getHeader(name))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ListShape.class)
    void emitsEveryConversationOfAllPagesOnce(ListShape shape) throws Exception {
        rig.fake.listShape(shape);
        rig.fake.hasNextInLists(false);
        for (int i = 0; i < 11; i++) {
            rig.fake.addConversation("Number " + i);
        }

        consume("chatroutes:conversations/list?limit=5&" + SOON);
        ChatroutesTestSupport.await(() -> got.size() >= 12);
        rig.fake.addConversation("Late");
        ChatroutesTestSupport.await(() -> got.size() >= 13);
        awaitPolls(6);

        assertThat(got).hasSize(13);
        assertThat(headers(ChatroutesConstants.CONVERSATION_ID)).doesNotHaveDuplicates();
        assertThat(got.get(12).getMessage().getBody(Conversation.class).title()).isEqualTo("Late");
    }

    @Test
    void emitsTheMessagesOfAConversationAsTheyCome() throws Exception {
        rig.fake.addMessage(conversation, "user", "One");

        consume("chatroutes:messages/list?conversationId=" + conversation + "&" + SOON);
        ChatroutesTestSupport.await(() -> got.size() == 1);
        rig.call(SendResult.class, "chatroutes:messages/send?conversationId=" + conversation, "Two");
        ChatroutesTestSupport.await(() -> got.size() == 3);
        awaitPolls(3);

        assertThat(got.stream()
                        .map(exchange ->
                                exchange.getMessage().getBody(Message.class).content()))
                .containsExactly("One", "Two", "You said: Two");
        assertThat(headers(ChatroutesConstants.CONVERSATION_ID)).containsOnly(conversation);
        assertThat(headers(ChatroutesConstants.MESSAGE_ID)).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void emitsTheMessagesOfOneBranch() throws Exception {
        String first = rig.fake.addMessage(conversation, "user", "One");
        Object branch = rig.call(
                        io.camelproviders.chatroutes.model.Branches.Branch.class,
                        "chatroutes:branches/fork?conversationId=" + conversation,
                        Map.of("forkPointMessageId", first, "title", "Other"))
                .id();
        rig.fake.addMessage(conversation, "user", "In the main branch");

        consume("chatroutes:messages/list?conversationId=" + conversation + "&branchId=" + branch + "&" + SOON);
        rig.call(
                SendResult.class,
                "chatroutes:branches/send-message?conversationId=" + conversation + "&branchId=" + branch,
                "Here");
        ChatroutesTestSupport.await(() -> got.stream().anyMatch(exchange -> "You said: Here"
                .equals(exchange.getMessage().getBody(Message.class).content())));
        awaitPolls(3);

        assertThat(got.stream()
                        .map(exchange ->
                                exchange.getMessage().getBody(Message.class).content()))
                .doesNotContain("In the main branch");
    }

    @Test
    void emitsACheckpointOnce() throws Exception {
        String message = rig.fake.addMessage(conversation, "user", "One");
        String branch = String.valueOf(rig.fake.branches(conversation).get(0).get("id"));
        Checkpoint checkpoint = rig.call(
                Checkpoint.class,
                "chatroutes:checkpoints/create?conversationId=" + conversation,
                Map.of("branchId", branch, "anchorMessageId", message));

        consume("chatroutes:checkpoints/list?conversationId=" + conversation + "&" + SOON);
        ChatroutesTestSupport.await(() -> got.size() == 1);
        awaitPolls(3);

        assertThat(got).hasSize(1);
        assertThat(headers(ChatroutesConstants.CHECKPOINT_ID)).containsExactly(checkpoint.id());
        assertThat(headers(ChatroutesConstants.BRANCH_ID)).containsExactly(branch);
    }

    @Test
    void becomesJsonWhereARouteWantsText() throws Exception {
        Exchange exchange = rig.send("chatroutes:conversations/get?conversationId=" + conversation, null);

        assertThat(exchange.getMessage().getBody(String.class)).startsWith("{").contains("\"title\":\"Trip\"");
        assertThat(exchange.getMessage().getBody(Map.class)).containsEntry("title", "Trip");
    }

    @Test
    void keepsOneEndpointForManyDynamicIds() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:get").toD("chatroutes:conversations/get?conversationId=${header.id}");
            }
        });
        String other = rig.fake.addConversation("Other");

        rig.send("direct:get", null, Map.of("id", conversation));
        Exchange second = rig.send("direct:get", null, Map.of("id", other));

        assertThat(second.getMessage().getBody(Conversation.class).title()).isEqualTo("Other");
        assertThat(rig.context.getEndpoints().stream()
                        .filter(endpoint -> endpoint.getEndpointUri().startsWith("chatroutes")))
                .hasSize(1);
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.chatroutes.model.Auth.RefreshToken;
import io.camelproviders.chatroutes.model.Auth.Register;
import io.camelproviders.chatroutes.model.Auth.Session;
import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.chatroutes.model.Auth.User;
import io.camelproviders.chatroutes.model.Autobranch.ServiceHealth;
import io.camelproviders.chatroutes.model.Autobranch.SuggestBranches;
import io.camelproviders.chatroutes.model.Autobranch.Suggestion;
import io.camelproviders.chatroutes.model.Autobranch.Suggestions;
import io.camelproviders.chatroutes.model.Branches.Branch;
import io.camelproviders.chatroutes.model.Branches.CreateBranch;
import io.camelproviders.chatroutes.model.Branches.ForkBranch;
import io.camelproviders.chatroutes.model.Branches.UpdateBranch;
import io.camelproviders.chatroutes.model.Checkpoints.Checkpoint;
import io.camelproviders.chatroutes.model.Checkpoints.CreateCheckpoint;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Conversations.CreateConversation;
import io.camelproviders.chatroutes.model.Conversations.UpdateConversation;
import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.SendMessage;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.chatroutes.EnvelopeShape;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the thirty rows on a real socket, with the raw request compared. */
class RoundTripTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private FakeChatroutesServer fake;
    private ClientTestSupport client;
    private String conversation;
    private Map<String, Object> in;

    @BeforeEach
    void start() {
        fake = FakeChatroutesServer.start();
        client = ClientTestSupport.withKey(fake);
        conversation = fake.addConversation("Trip");
        in = Map.of("conversationId", conversation);
    }

    @AfterEach
    void stop() {
        client.close();
        fake.close();
        assertThat(fake.loopback().failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EnvelopeShape.class)
    void createsReadsChangesAndDeletesAConversation(EnvelopeShape shape) {
        fake.envelope(shape);

        Conversation created = client.value(
                Conversation.class, "conversations/create", Map.of(), new CreateConversation("Reise ü", "gpt-5"));
        sent("POST", "/api/v1/conversations", "{\"title\":\"Reise ü\",\"model\":\"gpt-5\"}");
        Map<String, Object> id = Map.of("conversationId", String.valueOf(created.id()));
        Conversation read = client.value(Conversation.class, "conversations/get", id, null);
        sent("GET", "/api/v1/conversations/" + created.id(), "");
        Conversation changed =
                client.value(Conversation.class, "conversations/update", id, new UpdateConversation("New", null));
        sent("PATCH", "/api/v1/conversations/" + created.id(), "{\"title\":\"New\"}");
        CallResult deleted = client.call("conversations/delete", id, null);
        sent("DELETE", "/api/v1/conversations/" + created.id(), "");

        assertThat(read.title()).isEqualTo("Reise ü");
        assertThat(read.branches()).extracting(Branch::isMain).containsExactly(true);
        assertThat(changed.title()).isEqualTo("New");
        assertThat(deleted.value()).isNull();
    }

    @Test
    void sendsNoBodyWhereThereAreNoFields() {
        client.call("conversations/update", in, Map.of());

        sent("PATCH", "/api/v1/conversations/" + conversation, "");
    }

    @Test
    void listsConversationsAndShowsTheirTree() {
        CallResult list = client.call("conversations/list", Map.of("page", 1, "limit", 10, "filter", "owned"), null);
        sent("GET", "/api/v1/conversations?page=1&limit=10&filter=owned", "");
        CallResult tree = client.call("conversations/get-tree", in, null);
        sent("GET", "/api/v1/conversations/" + conversation + "/tree", "");

        assertThat(list.value()).isInstanceOf(ProviderList.class);
        assertThat(list.page().total()).isEqualTo(1);
        assertThat(list.page().hasNext()).isFalse();
        assertThat(tree.value()).isInstanceOf(Map.class);
    }

    @Test
    void sendsListsChangesAndDeletesMessages() {
        CallResult sent = client.call(
                "messages/send", in, SendMessage.builder("Hi").temperature(0.7).build());
        sent("POST", "/api/v1/conversations/" + conversation + "/messages", "{\"content\":\"Hi\",\"temperature\":0.7}");
        SendResult result = (SendResult) Objects.requireNonNull(sent.value());
        CallResult list =
                client.call("messages/list", Map.of("conversationId", conversation, "branchId", "br_2"), null);
        sent("GET", "/api/v1/conversations/" + conversation + "/messages?branchId=br_2", "");
        Map<String, Object> id =
                Map.of("messageId", result.reply().map(Message::id).orElseThrow());
        Message changed = client.value(Message.class, "messages/update", id, "{\"looks\":\"like JSON\"}");
        sent("PATCH", "/api/v1/messages/" + id.get("messageId"), "{\"content\":\"{\\\"looks\\\":\\\"like JSON\\\"}\"}");
        client.call("messages/delete", id, null);
        sent("DELETE", "/api/v1/messages/" + id.get("messageId"), "");

        assertThat(result.text()).isEqualTo("You said: Hi");
        assertThat(sent.attributes()).containsKeys("usage", "model");
        assertThat((List<?>) list.value()).hasSize(2);
        assertThat(changed.content()).isEqualTo("{\"looks\":\"like JSON\"}");
    }

    @Test
    void streamsAnAnswer() {
        var answer = client.stream(conversation, "Hi");
        Request request =
                sent("POST", "/api/v1/conversations/" + conversation + "/messages/stream", "{\"content\":\"Hi\"}");

        assertThat(request.header("Accept")).contains("text/event-stream");
        assertThat(answer.text()).isEqualTo("You said: Hi");
    }

    @Test
    void worksOnBranches() {
        String path = "/api/v1/conversations/" + conversation;
        String first = fake.addMessage(conversation, "user", "What if?");
        Branch created = client.value(
                Branch.class, "branches/create", in, CreateBranch.builder("A").build());
        sent("POST", path + "/branches", "{\"title\":\"A\"}");
        Branch fork = client.value(Branch.class, "branches/fork", in, new ForkBranch(first, "B", "FULL"));
        sent(
                "POST",
                path + "/fork",
                "{\"forkPointMessageId\":\"" + first + "\",\"title\":\"B\",\"contextMode\":\"FULL\"}");
        Map<String, Object> id = Map.of("conversationId", conversation, "branchId", String.valueOf(fork.id()));
        SendResult said = client.value(SendResult.class, "branches/send-message", id, "Well");
        sent("POST", path + "/branches/" + fork.id() + "/messages", "{\"content\":\"Well\"}");
        CallResult messages = client.call("branches/get-messages", id, null);
        sent("GET", path + "/branches/" + fork.id() + "/messages", "");
        Branch changed = client.value(Branch.class, "branches/update", id, new UpdateBranch("C", null, null));
        sent("PATCH", path + "/branches/" + fork.id(), "{\"title\":\"C\"}");
        Branch merged = client.value(Branch.class, "branches/merge", id, null);
        sent("POST", path + "/branches/" + fork.id() + "/merge", "");
        CallResult all = client.call("branches/list", in, null);
        sent("GET", path + "/branches", "");
        client.call("branches/delete", id, null);
        sent("DELETE", path + "/branches/" + fork.id(), "");

        assertThat(created.isMain()).isFalse();
        assertThat(said.text()).isEqualTo("You said: Well");
        assertThat(said.message()).isNull();
        assertThat((List<?>) messages.value()).hasSize(3);
        assertThat(changed.title()).isEqualTo("C");
        assertThat(merged.isActive()).isFalse();
        assertThat((List<?>) all.value()).hasSize(3);
    }

    @Test
    void keepsCheckpointsInEitherSpelling() {
        String anchor = fake.addMessage(conversation, "user", "Long ago");
        String branch = String.valueOf(fake.branches(conversation).get(0).get("id"));
        Checkpoint camel =
                client.value(Checkpoint.class, "checkpoints/create", in, new CreateCheckpoint(branch, anchor));
        sent(
                "POST",
                "/api/v1/conversations/" + conversation + "/checkpoints",
                "{\"branchId\":\"" + branch + "\",\"anchorMessageId\":\"" + anchor + "\"}");
        fake.camelCaseCheckpoints(true);
        Map<String, Object> id = Map.of("checkpointId", String.valueOf(camel.id()));
        Checkpoint snake = client.value(Checkpoint.class, "checkpoints/recreate", id, null);
        sent("POST", "/api/v1/checkpoints/" + camel.id() + "/recreate", "");
        CallResult list = client.call("checkpoints/list", in, null);
        sent("GET", "/api/v1/conversations/" + conversation + "/checkpoints", "");
        client.call("checkpoints/delete", id, null);
        sent("DELETE", "/api/v1/checkpoints/" + camel.id(), "");

        assertThat(camel.anchorMessageId()).isEqualTo(anchor);
        assertThat(snake.anchorMessageId()).isEqualTo(anchor);
        assertThat(snake.tokenCount()).isEqualTo(camel.tokenCount());
        assertThat(list.value()).isEqualTo(List.of(snake));
    }

    @Test
    void suggestsBranchesAndAsksForHealth() {
        Suggestions found = client.value(
                Suggestions.class,
                "autobranch/suggest-branches",
                Map.of(),
                SuggestBranches.builder("One. Two.").build());
        sent(
                "POST",
                "/api/v1/autobranch/suggest-branches",
                "{\"text\":\"One. Two.\",\"suggestionsCount\":3,\"hybridDetection\":false,\"threshold\":0.7}");
        ServiceHealth health = client.value(ServiceHealth.class, "autobranch/health", Map.of(), null);
        Request asked = sent("GET", "/api/v1/autobranch/health", "");

        assertThat(found.suggestions()).extracting(Suggestion::triggerText).containsExactly("One.", "Two.");
        assertThat(health.status()).isEqualTo("healthy");
        assertThat(asked.header("Authorization")).contains("ApiKey " + FakeChatroutesServer.API_KEY);
    }

    @Test
    void registersLogsInRefreshesAndLogsOut() {
        Session session =
                client.value(Session.class, "auth/register", Map.of(), new Register("a@example.org", "secret", null));
        open("/api/v1/auth/register", "{\"email\":\"a@example.org\",\"password\":\"secret\"}");
        Session again = client.value(Session.class, "auth/login", Map.of(), new Login("a@example.org", "secret"));
        open("/api/v1/auth/login", "{\"email\":\"a@example.org\",\"password\":\"secret\"}");
        Tokens old = again.tokens();
        String refresh = old == null ? "" : String.valueOf(old.refreshToken());
        Tokens tokens = client.value(Tokens.class, "auth/refresh-token", Map.of(), new RefreshToken(refresh));
        open("/api/v1/auth/refresh", "{\"refreshToken\":\"" + refresh + "\"}");
        User me = client.value(User.class, "auth/me", Map.of(), null);
        sent("GET", "/api/v1/auth/me", "");
        CallResult logout = client.call("auth/logout", Map.of(), null);
        sent("POST", "/api/v1/auth/logout", "");

        assertThat(session.user()).extracting(User::email).isEqualTo("a@example.org");
        assertThat(tokens.accessToken()).isNotEmpty();
        assertThat(me.id()).isEqualTo("user_0");
        assertThat(logout.value()).isNull();
    }

    /** The next request, compared byte for byte where it matters. */
    private Request sent(String method, String target, String body) {
        Request request = fake.journal().takeRequest(SOON);
        assertThat(request.method() + " " + request.target()).isEqualTo(method + " " + target);
        assertThat(request.bodyText()).isEqualTo(body);
        assertThat(request.header("Content-Type")).contains("application/json");
        return request;
    }

    private void open(String target, String body) {
        assertThat(sent("POST", target, body).header("Authorization")).isEmpty();
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.chatroutes.model.Auth.Session;
import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.chatroutes.model.Auth.User;
import io.camelproviders.chatroutes.model.Autobranch.ServiceHealth;
import io.camelproviders.chatroutes.model.Autobranch.Suggestions;
import io.camelproviders.chatroutes.model.Branches.Branch;
import io.camelproviders.chatroutes.model.Branches.CreateBranch;
import io.camelproviders.chatroutes.model.Branches.ForkBranch;
import io.camelproviders.chatroutes.model.Checkpoints.Checkpoint;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.SendMessage;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.chatroutes.operation.ChatroutesOperations;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Request.Header;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the thirty rows through a route's eyes, with the raw request compared. */
class OperationsWireTest {

    /** A call and what it must look like on the wire; {@code {c}}, {@code {b}}, {@code {m}}, {@code {k}}, {@code {r}} stand for ids. */
    record Row(
            String uri,
            @Nullable Object body,
            String line,
            String sent,
            @Nullable Class<?> result) {

        String operation() {
            return uri.replaceAll("\\?.*", "");
        }

        @Override
        public String toString() {
            return uri;
        }
    }

    private final Map<String, String> ids = new LinkedHashMap<>();
    private ChatroutesTestSupport rig;

    @BeforeEach
    void start() {
        rig = new ChatroutesTestSupport();
        String conversation = rig.fake.addConversation("Trip");
        String message = rig.fake.addMessage(conversation, "user", "What if?");
        Branch fork = rig.call(
                Branch.class,
                "chatroutes:branches/fork?conversationId=" + conversation,
                new ForkBranch(message, "Other", null));
        Checkpoint checkpoint = rig.call(
                Checkpoint.class,
                "chatroutes:checkpoints/create?conversationId=" + conversation + "&branchId=" + fork.id(),
                Map.of("anchorMessageId", message));
        rig.fake.addAccount("a@example.org", "secret");
        ids.put("{c}", conversation);
        ids.put("{m}", message);
        ids.put("{b}", String.valueOf(fork.id()));
        ids.put("{k}", String.valueOf(checkpoint.id()));
        ids.put("{r}", String.valueOf(rig.login("a@example.org", "secret").refreshToken()));
        rig.fake.journal().clear();
    }

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.fake.loopback().failures()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void sendsWhatTheServiceExpectsAndReadsItsAnswer(Row row) {
        Exchange exchange = rig.send("chatroutes:" + filled(row.uri()), filled(row.body()));

        Request request = rig.next();
        assertThat(exchange.getException()).isNull();
        assertThat(request.method() + " " + request.target()).isEqualTo(filled(row.line()));
        assertThat(request.bodyText()).isEqualTo(filled(row.sent()));
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.header("Accept"))
                .contains(row.operation().equals("messages/stream") ? "text/event-stream" : "*/*");
        assertThat(request.header("Authorization").orElse("none"))
                .isEqualTo(open(row.operation()) ? "none" : "ApiKey " + FakeChatroutesServer.API_KEY);
        assertThat(request.headers().stream().map(Header::name).map(name -> name.toLowerCase(Locale.ROOT)))
                .isSubsetOf(
                        "host",
                        "connection",
                        "user-agent",
                        "accept",
                        "accept-encoding",
                        "content-type",
                        "content-length",
                        "authorization");
        assertThat(rig.fake.journal().total()).isEqualTo(1);
        if (row.result() == null) {
            assertThat(exchange.getMessage().getBody()).isNull();
        } else {
            assertThat(exchange.getMessage().getBody()).isInstanceOf(row.result());
        }
    }

    @Test
    void leavesNoRowOut() {
        assertThat(rows().map(Row::operation).distinct()).containsAll(ChatroutesOperations.TABLE.names());
        assertThat(ChatroutesOperations.TABLE.names()).hasSize(30);
    }

    private static boolean open(String operation) {
        return List.of("auth/register", "auth/login", "auth/refresh-token").contains(operation);
    }

    static Stream<Row> rows() {
        return Stream.of(conversations(), messages(), branches(), others()).flatMap(rows -> rows);
    }

    private static Stream<Row> conversations() {
        String one = "/api/v1/conversations/{c}";
        return Stream.of(
                new Row(
                        "conversations/create",
                        Map.of("title", "Reise ü"),
                        "POST /api/v1/conversations",
                        "{\"title\":\"Reise ü\"}",
                        Conversation.class),
                new Row(
                        "conversations/list?page=1&limit=5&filter=owned",
                        null,
                        "GET /api/v1/conversations?page=1&limit=5&filter=owned",
                        "",
                        ProviderList.class),
                new Row("conversations/get?conversationId={c}", null, "GET " + one, "", Conversation.class),
                new Row(
                        "conversations/update?conversationId={c}",
                        "{\"title\":\"New\",\"mood\":\"good\"}",
                        "PATCH " + one,
                        "{\"title\":\"New\",\"mood\":\"good\"}",
                        Conversation.class),
                new Row("conversations/update?conversationId={c}", Map.of(), "PATCH " + one, "", Conversation.class),
                new Row("conversations/delete?conversationId={c}", "left over", "DELETE " + one, "", null),
                new Row("conversations/get-tree?conversationId={c}", null, "GET " + one + "/tree", "", Map.class),
                new Row("conversations/getTree?conversationId={c}", null, "GET " + one + "/tree", "", Map.class),
                new Row("conversations/get_tree?conversationId={c}", null, "GET " + one + "/tree", "", Map.class));
    }

    private static Stream<Row> messages() {
        String all = "/api/v1/conversations/{c}/messages";
        return Stream.of(
                new Row(
                        "messages/send?conversationId={c}",
                        "{\"looks\":\"like JSON\"}",
                        "POST " + all,
                        "{\"content\":\"{\\\"looks\\\":\\\"like JSON\\\"}\"}",
                        SendResult.class),
                new Row(
                        "messages/send?conversationId={c}&content=Hello&branchId={b}&param.temperature=0.7",
                        "not this",
                        "POST " + all,
                        "{\"content\":\"Hello\",\"branchId\":\"{b}\",\"temperature\":0.7}",
                        SendResult.class),
                new Row(
                        "messages/stream?conversationId={c}",
                        SendMessage.builder("Hi").model("gpt-5").maxTokens(9).build(),
                        "POST " + all + "/stream",
                        "{\"content\":\"Hi\",\"model\":\"gpt-5\",\"maxTokens\":9}",
                        SendResult.class),
                new Row("messages/list?conversationId={c}", null, "GET " + all, "", ProviderList.class),
                new Row(
                        "messages/list?conversationId={c}&branchId={b}",
                        null,
                        "GET " + all + "?branchId={b}",
                        "",
                        ProviderList.class),
                new Row(
                        "messages/update?messageId={m}",
                        "Better",
                        "PATCH /api/v1/messages/{m}",
                        "{\"content\":\"Better\"}",
                        Message.class),
                new Row("messages/delete?messageId={m}", null, "DELETE /api/v1/messages/{m}", "", null));
    }

    private static Stream<Row> branches() {
        String one = "/api/v1/conversations/{c}";
        String in = "?conversationId={c}&branchId={b}";
        return Stream.of(
                new Row("branches/list?conversationId={c}", null, "GET " + one + "/branches", "", ProviderList.class),
                new Row(
                        "branches/create?conversationId={c}",
                        CreateBranch.builder("A").contextMode("FULL").build(),
                        "POST " + one + "/branches",
                        "{\"title\":\"A\",\"contextMode\":\"FULL\"}",
                        Branch.class),
                new Row(
                        "branches/fork?conversationId={c}",
                        "{\"forkPointMessageId\":\"{m}\",\"title\":\"B\"}",
                        "POST " + one + "/fork",
                        "{\"forkPointMessageId\":\"{m}\",\"title\":\"B\"}",
                        Branch.class),
                new Row(
                        "branches/update" + in,
                        Map.of("title", "C"),
                        "PATCH " + one + "/branches/{b}",
                        "{\"title\":\"C\"}",
                        Branch.class),
                new Row("branches/delete" + in, null, "DELETE " + one + "/branches/{b}", "", null),
                new Row(
                        "branches/get-messages" + in,
                        null,
                        "GET " + one + "/branches/{b}/messages",
                        "",
                        ProviderList.class),
                new Row(
                        "branches/send-message" + in,
                        "Well",
                        "POST " + one + "/branches/{b}/messages",
                        "{\"content\":\"Well\"}",
                        SendResult.class),
                new Row("branches/merge" + in, "left over", "POST " + one + "/branches/{b}/merge", "", Branch.class),
                new Row(
                        "checkpoints/list?conversationId={c}&branchId={b}",
                        null,
                        "GET " + one + "/checkpoints?branchId={b}",
                        "",
                        ProviderList.class),
                new Row(
                        "checkpoints/create?conversationId={c}",
                        "{\"branchId\":\"{b}\",\"anchorMessageId\":\"{m}\"}",
                        "POST " + one + "/checkpoints",
                        "{\"branchId\":\"{b}\",\"anchorMessageId\":\"{m}\"}",
                        Checkpoint.class),
                new Row("checkpoints/delete?checkpointId={k}", null, "DELETE /api/v1/checkpoints/{k}", "", null),
                new Row(
                        "checkpoints/recreate?checkpointId={k}",
                        null,
                        "POST /api/v1/checkpoints/{k}/recreate",
                        "",
                        Checkpoint.class));
    }

    private static Stream<Row> others() {
        return Stream.of(
                new Row(
                        "autobranch/suggest-branches",
                        "One. Two.",
                        "POST /api/v1/autobranch/suggest-branches",
                        "{\"text\":\"One. Two.\",\"suggestionsCount\":3,\"hybridDetection\":false,\"threshold\":0.7}",
                        Suggestions.class),
                new Row(
                        "autobranch/suggest-branches?param.threshold=0.5",
                        "One.",
                        "POST /api/v1/autobranch/suggest-branches",
                        "{\"text\":\"One.\",\"threshold\":0.5,\"suggestionsCount\":3,\"hybridDetection\":false}",
                        Suggestions.class),
                new Row("autobranch/health", null, "GET /api/v1/autobranch/health", "", ServiceHealth.class),
                new Row(
                        "auth/register",
                        "{\"email\":\"b@example.org\",\"password\":\"secret\"}",
                        "POST /api/v1/auth/register",
                        "{\"email\":\"b@example.org\",\"password\":\"secret\"}",
                        Session.class),
                new Row(
                        "auth/login",
                        new Login("a@example.org", "secret"),
                        "POST /api/v1/auth/login",
                        "{\"email\":\"a@example.org\",\"password\":\"secret\"}",
                        Session.class),
                new Row("auth/me", null, "GET /api/v1/auth/me", "", User.class),
                new Row(
                        "auth/refresh-token",
                        "{\"refreshToken\":\"{r}\"}",
                        "POST /api/v1/auth/refresh",
                        "{\"refreshToken\":\"{r}\"}",
                        Tokens.class),
                new Row("auth/logout", null, "POST /api/v1/auth/logout", "", null));
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    private @Nullable Object filled(@Nullable Object body) {
        return body instanceof String text ? filled(text) : body;
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static io.camelproviders.core.operation.Operation.get;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.chatroutes.model.Auth.RefreshToken;
import io.camelproviders.chatroutes.model.Auth.Register;
import io.camelproviders.chatroutes.model.Auth.Session;
import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.chatroutes.model.Auth.User;
import io.camelproviders.chatroutes.model.Autobranch.ServiceHealth;
import io.camelproviders.chatroutes.model.Autobranch.SuggestBranches;
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
import io.camelproviders.chatroutes.model.Messages.UpdateMessage;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.core.retry.RetrySafety;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The thirty operations of ChatRoutes. Paths stand below {@code /api/v1}. Reads and deletes are safe to repeat; all other
 * calls are not, for the service knows no idempotency key and a message sent twice is stored and billed twice. Source:
 * public ChatRoutes SDKs for Python (0.2.6) and TypeScript (0.2.0).
 */
public final class ChatroutesOperations {

    /** All rows, by resource. */
    public static final List<Operation> ROWS = Stream.of(
                    conversations(), messages(), branches(), checkpoints(), autobranch(), auth())
            .flatMap(List::stream)
            .map(Operation.Builder::build)
            .toList();

    /** The rows, looked up by name. */
    public static final OperationTable TABLE = OperationTable.of(ROWS);

    /** Rows that carry no Authorization: they are how one gets one. */
    private static final Set<String> OPEN = Set.of("auth/register", "auth/login", "auth/refresh-token");

    private ChatroutesOperations() {}

    /** Whether the row carries an Authorization header. */
    public static boolean authorized(Operation operation) {
        return !OPEN.contains(operation.name());
    }

    private static List<Operation.Builder> conversations() {
        return List.of(
                post("conversations/create", "/conversations")
                        .title("Begins a conversation.")
                        .body(CreateConversation.class, "title")
                        .returns(Conversation.class, "conversation"),
                get("conversations/list", "/conversations")
                        .title("Lists conversations, page by page.")
                        .query("page", Integer.class)
                        .query("limit", Integer.class)
                        .query("filter", String.class)
                        .list(Conversation.class, "conversations")
                        .paged(),
                get("conversations/get", "/conversations/{conversationId}")
                        .title("Reads a conversation with its messages and branches.")
                        .returns(Conversation.class, "conversation"),
                Operation.builder("PATCH", "conversations/update", "/conversations/{conversationId}")
                        .title("Changes a conversation.")
                        .optionalBody(UpdateConversation.class)
                        .returns(Conversation.class, "conversation"),
                delete("conversations/delete", "/conversations/{conversationId}")
                        .title("Deletes a conversation."),
                get("conversations/get-tree", "/conversations/{conversationId}/tree")
                        .title("Reads a conversation as a tree of branches.")
                        .raw());
    }

    private static List<Operation.Builder> messages() {
        return List.of(
                post("messages/send", "/conversations/{conversationId}/messages")
                        .title("Sends a message and waits for the answer.")
                        .body(SendMessage.class)
                        .text("content")
                        .field("branchId", String.class)
                        .returns(SendResult.class),
                post("messages/stream", "/conversations/{conversationId}/messages/stream")
                        .title("Sends a message and streams the answer.")
                        .body(SendMessage.class)
                        .text("content")
                        .field("branchId", String.class)
                        .returns(SendResult.class)
                        .streams()
                        .roles(Operation.Role.PRODUCER, Operation.Role.POLLING_CONSUMER),
                get("messages/list", "/conversations/{conversationId}/messages")
                        .title("Lists the messages of a conversation or of one branch.")
                        .query("branchId", String.class)
                        .list(Message.class, "messages"),
                Operation.builder("PATCH", "messages/update", "/messages/{messageId}")
                        .title("Changes the text of a message.")
                        .body(UpdateMessage.class)
                        .text("content")
                        .returns(Message.class, "message"),
                delete("messages/delete", "/messages/{messageId}").title("Deletes a message."));
    }

    private static List<Operation.Builder> branches() {
        return List.of(
                get("branches/list", "/conversations/{conversationId}/branches")
                        .title("Lists the branches of a conversation.")
                        .list(Branch.class, "branches"),
                post("branches/create", "/conversations/{conversationId}/branches")
                        .title("Opens a branch.")
                        .body(CreateBranch.class, "title")
                        .returns(Branch.class, "branch"),
                post("branches/fork", "/conversations/{conversationId}/fork")
                        .title("Opens a branch that leaves after a message.")
                        .body(ForkBranch.class, "forkPointMessageId", "title")
                        .returns(Branch.class, "branch"),
                Operation.builder("PATCH", "branches/update", "/conversations/{conversationId}/branches/{branchId}")
                        .title("Changes a branch.")
                        .optionalBody(UpdateBranch.class)
                        .returns(Branch.class, "branch"),
                delete("branches/delete", "/conversations/{conversationId}/branches/{branchId}")
                        .title("Deletes a branch; the main one cannot be deleted."),
                get("branches/get-messages", "/conversations/{conversationId}/branches/{branchId}/messages")
                        .title("Lists the messages of a branch.")
                        .list(Message.class, "messages"),
                post("branches/send-message", "/conversations/{conversationId}/branches/{branchId}/messages")
                        .title("Sends a message into a branch and waits for the answer.")
                        .body(SendMessage.class)
                        .text("content")
                        .returns(SendResult.class),
                post("branches/merge", "/conversations/{conversationId}/branches/{branchId}/merge")
                        .title("Merges a branch into the one it came from.")
                        .returns(Branch.class, "branch"));
    }

    private static List<Operation.Builder> checkpoints() {
        return List.of(
                get("checkpoints/list", "/conversations/{conversationId}/checkpoints")
                        .title("Lists the checkpoints of a conversation or of one branch.")
                        .query("branchId", String.class)
                        .list(Checkpoint.class, "checkpoints"),
                post("checkpoints/create", "/conversations/{conversationId}/checkpoints")
                        .title("Sums up a branch as far as a message.")
                        .body(CreateCheckpoint.class, "branchId", "anchorMessageId")
                        .field("branchId", String.class)
                        .returns(Checkpoint.class, "checkpoint"),
                delete("checkpoints/delete", "/checkpoints/{checkpointId}").title("Deletes a checkpoint."),
                post("checkpoints/recreate", "/checkpoints/{checkpointId}/recreate")
                        .title("Sums up anew what a checkpoint stands for.")
                        .returns(Checkpoint.class, "checkpoint"));
    }

    private static List<Operation.Builder> autobranch() {
        return List.of(
                post("autobranch/suggest-branches", "/autobranch/suggest-branches")
                        .title("Suggests branches for a text.")
                        .body(SuggestBranches.class)
                        .text("text")
                        .returns(Suggestions.class),
                get("autobranch/health", "/autobranch/health")
                        .title("Asks how the branch suggestion service is.")
                        .returns(ServiceHealth.class));
    }

    private static List<Operation.Builder> auth() {
        return List.of(
                post("auth/register", "/auth/register")
                        .title("Opens an account.")
                        .body(Register.class, "email", "password")
                        .returns(Session.class),
                post("auth/login", "/auth/login")
                        .title("Logs in with an address and a password.")
                        .body(Login.class, "email", "password")
                        .returns(Session.class),
                get("auth/me", "/auth/me").title("Reads one's own account.").returns(User.class, "user"),
                post("auth/refresh-token", "/auth/refresh")
                        .title("Buys new tokens for a refresh token.")
                        .body(RefreshToken.class, "refreshToken")
                        .returns(Tokens.class, "tokens"),
                post("auth/logout", "/auth/logout").title("Ends a login."));
    }

    private static Operation.Builder post(String name, String path) {
        return Operation.builder("POST", name, path).repeat(RetrySafety.UNSAFE);
    }

    /** Deleting twice leaves what deleting once leaves. */
    private static Operation.Builder delete(String name, String path) {
        return Operation.builder("DELETE", name, path).repeat(RetrySafety.SAFE);
    }
}

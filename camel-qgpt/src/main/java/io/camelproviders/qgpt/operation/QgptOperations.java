/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import static io.camelproviders.core.operation.Operation.get;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.qgpt.model.Answers.QgptStreamInput;
import io.camelproviders.qgpt.model.Applications.Context;
import io.camelproviders.qgpt.model.Applications.Model;
import io.camelproviders.qgpt.model.Conversations.Conversation;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifiers;
import io.camelproviders.qgpt.model.Hints.QgptHintsInput;
import io.camelproviders.qgpt.model.People.QgptPersonsRelatedInput;
import io.camelproviders.qgpt.model.People.QgptPersonsRelatedOutput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionInput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceInput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import io.camelproviders.qgpt.model.Reprompts.QgptRepromptInput;
import io.camelproviders.qgpt.model.Reprompts.QgptRepromptOutput;
import io.camelproviders.qgpt.model.SeedModel.SeededConnectorConnection;
import io.camelproviders.qgpt.model.SeedModel.SeededConversation;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operations of Pieces OS that concern QGPT. Source: the Python SDK's QGPT API page and the OpenAPI documents of the
 * official clients.
 *
 * <p>Questions, hints and whatever else makes a model think are {@link RetrySafety#PAID}: a cloud model may be billed.
 */
public final class QgptOperations {

    /** Name of the row that is the WebSocket of questions and answers. */
    public static final String STREAM = "stream";

    /** Name of the row that is the WebSocket of conversation changes. */
    public static final String CONVERSATIONS_STREAM = "conversations/stream";

    /** All rows. */
    public static final List<Operation> ROWS = Stream.of(questions(), streams(), helpers())
            .flatMap(List::stream)
            .map(Operation.Builder::build)
            .toList();

    /** The rows as a table. */
    public static final OperationTable TABLE = OperationTable.of(ROWS);

    private QgptOperations() {}

    private static List<Operation.Builder> questions() {
        return List.of(
                post("hints", "/qgpt/hints")
                        .title("Suggests questions to ask next.")
                        .body(QgptHintsInput.class)
                        .optionalText("query")
                        .field("model", String.class)
                        .field("application", String.class)
                        .returns(QgptQuestionOutput.class),
                post("question", "/qgpt/question")
                        .title("Answers a question from the given snippets.")
                        .body(QgptQuestionInput.class, "query")
                        .text("query")
                        .field("model", String.class)
                        .field("application", String.class)
                        .returns(QgptQuestionOutput.class),
                post("relevance", "/qgpt/relevance")
                        .title("Finds the snippets that matter for a query, and answers it if asked to.")
                        .body(QgptRelevanceInput.class, "query")
                        .text("query")
                        .field("model", String.class)
                        .field("application", String.class)
                        .returns(QgptRelevanceOutput.class),
                post("reprompt", "/qgpt/reprompt")
                        .title("Turns a follow-up into a question that stands alone.")
                        .body(QgptRepromptInput.class, "query", "conversation")
                        .text("query")
                        .field("model", String.class)
                        .field("application", String.class)
                        .returns(QgptRepromptOutput.class),
                post("persons/related", "/qgpt/persons/related")
                        .title("Finds the people who know about a snippet or a talk.")
                        .query("transferables", Boolean.class)
                        .body(QgptPersonsRelatedInput.class)
                        .field("model", String.class)
                        .field("application", String.class)
                        .returns(QgptPersonsRelatedOutput.class));
    }

    private static List<Operation.Builder> streams() {
        return List.of(
                Operation.builder("WS", STREAM, "/qgpt/stream")
                        .title("Asks over the shared WebSocket; the answer arrives in pieces.")
                        .body(QgptStreamInput.class)
                        .optionalText("query")
                        .field(QgptRequestBodies.CONVERSATION_ID, String.class)
                        .field("model", String.class)
                        .field("application", String.class)
                        .field("agent", Boolean.class)
                        .repeat(RetrySafety.PAID)
                        .streams()
                        .roles(Role.PRODUCER, Role.STREAM_CONSUMER),
                Operation.builder("WS", CONVERSATIONS_STREAM, "/conversations/stream/identifiers")
                        .title("Tells each change of a conversation.")
                        .returns(StreamedIdentifiers.class)
                        .repeat(RetrySafety.SAFE)
                        .roles(Role.STREAM_CONSUMER));
    }

    private static List<Operation.Builder> helpers() {
        return List.of(
                Operation.builder("POST", "connect", "/connect")
                        .title("Registers an application; its id and object go into questions and seeds.")
                        .body(SeededConnectorConnection.class, "application")
                        .repeat(RetrySafety.SAFE)
                        .returns(Context.class),
                get("models", "/models").title("Lists the language models.").list(Model.class, "iterable"),
                Operation.builder("POST", "conversations/create", "/conversations/create")
                        .title("Begins a persisted conversation.")
                        .query("transferables", Boolean.class)
                        .body(SeededConversation.class)
                        .field("name", String.class)
                        .repeat(RetrySafety.UNSAFE)
                        .returns(Conversation.class),
                get("conversations/retrieve", "/conversation/{conversationId}")
                        .title("Reads a persisted conversation.")
                        .query("transferables", Boolean.class)
                        .returns(Conversation.class),
                get("conversations/messages", "/conversation/{conversationId}/messages")
                        .title("Reads the messages of a persisted conversation.")
                        .query("transferables", Boolean.class)
                        .returns(ConversationMessages.class),
                get("messages/retrieve", "/message/{messageId}")
                        .title("Reads a persisted message.")
                        .query("transferables", Boolean.class)
                        .returns(ConversationMessage.class));
    }

    private static Operation.Builder post(String name, String path) {
        return Operation.builder("POST", name, path).repeat(RetrySafety.PAID);
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import org.apache.camel.spi.Metadata;

/**
 * Names of the headers. Those of the first group are read; {@code Response} and {@code Event} ones are written and never
 * read, the path ids excepted, which flow from a consumer to the next call.
 */
public final class BimpeaiConstants {

    /** What stands before every header of this component. */
    public static final String PREFIX = "CamelBimpeai";

    @Metadata(label = "producer", description = "Id of the agent.", javaType = "String")
    public static final String AGENT_ID = "CamelBimpeaiAgentId";

    @Metadata(label = "producer", description = "Id of the conversation.", javaType = "String")
    public static final String CONVERSATION_ID = "CamelBimpeaiConversationId";

    @Metadata(label = "producer", description = "Id of the message.", javaType = "String")
    public static final String MESSAGE_ID = "CamelBimpeaiMessageId";

    @Metadata(label = "producer", description = "Id of the integration.", javaType = "String")
    public static final String INTEGRATION_ID = "CamelBimpeaiIntegrationId";

    @Metadata(label = "producer", description = "Id of the tool.", javaType = "String")
    public static final String TOOL_ID = "CamelBimpeaiToolId";

    @Metadata(label = "producer", description = "Id of the knowledge base.", javaType = "String")
    public static final String KNOWLEDGE_BASE_ID = "CamelBimpeaiKnowledgeBaseId";

    @Metadata(label = "producer", description = "Id of the workflow.", javaType = "String")
    public static final String WORKFLOW_ID = "CamelBimpeaiWorkflowId";

    @Metadata(label = "producer", description = "Id of the call.", javaType = "String")
    public static final String CALL_ID = "CamelBimpeaiCallId";

    @Metadata(label = "producer", description = "Id of the phone number.", javaType = "String")
    public static final String PHONE_NUMBER_ID = "CamelBimpeaiPhoneNumberId";

    @Metadata(
            label = "producer",
            description = "Text of the message to send, when the endpoint gives none.",
            javaType = "String")
    public static final String MESSAGE = "CamelBimpeaiMessage";

    @Metadata(label = "producer", description = "Number of the page of a list, from 1.", javaType = "Integer")
    public static final String PAGE = "CamelBimpeaiPage";

    @Metadata(label = "producer", description = "Items on a page of a list.", javaType = "Integer")
    public static final String LIMIT = "CamelBimpeaiLimit";

    @Metadata(label = "producer", description = "Text that the items of a list must match.", javaType = "String")
    public static final String SEARCH = "CamelBimpeaiSearch";

    @Metadata(label = "producer", description = "Field by which a list is sorted.", javaType = "String")
    public static final String SORT = "CamelBimpeaiSort";

    @Metadata(label = "producer", description = "Whose workflows are listed.", javaType = "String")
    public static final String SCOPE = "CamelBimpeaiScope";

    @Metadata(label = "producer", description = "Channel of the conversations.", javaType = "String")
    public static final String CHANNEL = "CamelBimpeaiChannel";

    @Metadata(
            label = "producer",
            description = "Lists conversations of test channels, or of others.",
            javaType = "Boolean")
    public static final String IS_TEST_CHANNEL = "CamelBimpeaiIsTestChannel";

    @Metadata(
            label = "producer",
            description = "Lists conversations in which the agent keeps silent, or others.",
            javaType = "Boolean")
    public static final String IS_AI_CHAT_PAUSED = "CamelBimpeaiIsAiChatPaused";

    @Metadata(
            label = "producer",
            description = "Lists conversations that need a person, or others.",
            javaType = "Boolean")
    public static final String NEEDS_ATTENTION = "CamelBimpeaiNeedsAttention";

    @Metadata(label = "producer", description = "Lists test calls, or others.", javaType = "Boolean")
    public static final String IS_TEST_CALL = "CamelBimpeaiIsTestCall";

    @Metadata(label = "producer", description = "Status of the calls that are listed.", javaType = "String")
    public static final String STATUS = "CamelBimpeaiStatus";

    @Metadata(label = "producer", description = "Key of the logical call; by default one is made.", javaType = "String")
    public static final String IDEMPOTENCY_KEY = "CamelBimpeaiIdempotencyKey";

    @Metadata(
            label = "producer",
            description = "Milliseconds that one attempt of the call may take.",
            javaType = "Long")
    public static final String REQUEST_TIMEOUT = "CamelBimpeaiRequestTimeout";

    @Metadata(
            label = "producer",
            description = "Retries after the first attempt of the call, instead of the option maxRetries.",
            javaType = "Integer")
    public static final String MAX_RETRIES = "CamelBimpeaiMaxRetries";

    @Metadata(
            label = "producer",
            description = "Request id to send as X-Request-Id; by default a random one is generated.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelBimpeaiRequestId";

    @Metadata(label = "producer", description = "HTTP status of the answer.", javaType = "Integer")
    public static final String RESPONSE_STATUS = "CamelBimpeaiResponseStatus";

    @Metadata(label = "producer", description = "Id under which BimpeAI knows the request.", javaType = "String")
    public static final String RESPONSE_REQUEST_ID = "CamelBimpeaiResponseRequestId";

    @Metadata(label = "producer", description = "Attempts that the call took.", javaType = "Integer")
    public static final String RESPONSE_ATTEMPTS = "CamelBimpeaiResponseAttempts";

    @Metadata(label = "producer", description = "Number of the page that was answered.", javaType = "Integer")
    public static final String RESPONSE_PAGE = "CamelBimpeaiResponsePage";

    @Metadata(label = "producer", description = "Items on a page.", javaType = "Integer")
    public static final String RESPONSE_LIMIT = "CamelBimpeaiResponseLimit";

    @Metadata(label = "producer", description = "Items of the list in all.", javaType = "Integer")
    public static final String RESPONSE_TOTAL = "CamelBimpeaiResponseTotal";

    @Metadata(label = "producer", description = "Pages of the list in all.", javaType = "Integer")
    public static final String RESPONSE_PAGES = "CamelBimpeaiResponsePages";

    @Metadata(label = "producer", description = "Whether another page follows.", javaType = "Boolean")
    public static final String RESPONSE_HAS_NEXT = "CamelBimpeaiResponseHasNext";

    @Metadata(label = "producer", description = "Whether there is a page before this one.", javaType = "Boolean")
    public static final String RESPONSE_HAS_PREVIOUS = "CamelBimpeaiResponseHasPrevious";

    @Metadata(
            label = "producer",
            description = "What went wrong, when throwExceptionOnFailure=false made the error the body.",
            javaType = "String")
    public static final String RESPONSE_ERROR = "CamelBimpeaiResponseError";

    @Metadata(
            label = "producer",
            description =
                    "True if the message had been sent by an earlier attempt, so that nothing was sent now; the body is null.",
            javaType = "Boolean")
    public static final String RESPONSE_ALREADY_SENT = "CamelBimpeaiResponseAlreadySent";

    @Metadata(label = "consumer", description = "Id of the event, which is its offset too.", javaType = "String")
    public static final String EVENT_ID = "CamelBimpeaiEventId";

    @Metadata(label = "consumer", description = "Type of the event on the wire.", javaType = "String")
    public static final String EVENT_TYPE = "CamelBimpeaiEventType";

    @Metadata(
            label = "consumer",
            description = "Who spoke: customer, user, assistant or restaurant_user.",
            javaType = "String")
    public static final String EVENT_ROLE = "CamelBimpeaiEventRole";

    @Metadata(label = "consumer", description = "When the message was created, ISO-8601.", javaType = "String")
    public static final String EVENT_CREATED = "CamelBimpeaiEventCreated";

    @Metadata(
            label = "consumer",
            description = "1 for the first try of the message, counted up by onFailure=retry.",
            javaType = "Integer")
    public static final String EVENT_ATTEMPT = "CamelBimpeaiEventAttempt";

    @Metadata(
            label = "consumer",
            description = "Whether the message was handed to the route before in this process life.",
            javaType = "Boolean")
    public static final String EVENT_REPLAYED = "CamelBimpeaiEventReplayed";

    private BimpeaiConstants() {}
}

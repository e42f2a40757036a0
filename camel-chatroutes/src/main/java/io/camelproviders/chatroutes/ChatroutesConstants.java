/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import org.apache.camel.spi.Metadata;

/**
 * Names of the headers. Those of the first group are read; {@code Response} and {@code Event} ones are written and never
 * read, the path ids excepted, which flow from a consumer to the next call.
 */
public final class ChatroutesConstants {

    /** What stands before every header of this component. */
    public static final String PREFIX = "CamelChatroutes";

    @Metadata(label = "producer", description = "Id of the conversation.", javaType = "String")
    public static final String CONVERSATION_ID = "CamelChatroutesConversationId";

    @Metadata(label = "producer", description = "Id of the branch.", javaType = "String")
    public static final String BRANCH_ID = "CamelChatroutesBranchId";

    @Metadata(label = "producer", description = "Id of the message.", javaType = "String")
    public static final String MESSAGE_ID = "CamelChatroutesMessageId";

    @Metadata(label = "producer", description = "Id of the checkpoint.", javaType = "String")
    public static final String CHECKPOINT_ID = "CamelChatroutesCheckpointId";

    @Metadata(
            label = "producer",
            description = "Text of the message, when the endpoint gives none.",
            javaType = "String")
    public static final String CONTENT = "CamelChatroutesContent";

    @Metadata(
            label = "producer",
            description = "Text to suggest branches for, when the endpoint gives none.",
            javaType = "String")
    public static final String TEXT = "CamelChatroutesText";

    @Metadata(label = "producer", description = "Number of the page of a list, from 1.", javaType = "Integer")
    public static final String PAGE = "CamelChatroutesPage";

    @Metadata(label = "producer", description = "Items on a page of a list.", javaType = "Integer")
    public static final String LIMIT = "CamelChatroutesLimit";

    @Metadata(
            label = "producer",
            description = "Whose conversations are listed: all, owned or shared.",
            javaType = "String")
    public static final String FILTER = "CamelChatroutesFilter";

    @Metadata(
            label = "producer",
            description = "Milliseconds that one attempt of the call may take.",
            javaType = "Long")
    public static final String REQUEST_TIMEOUT = "CamelChatroutesRequestTimeout";

    @Metadata(
            label = "producer",
            description = "Retries after the first attempt of the call, instead of the option maxRetries.",
            javaType = "Integer")
    public static final String MAX_RETRIES = "CamelChatroutesMaxRetries";

    @Metadata(
            label = "producer",
            description = "Request id to send as X-Request-Id; by default a random one is generated.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelChatroutesRequestId";

    @Metadata(label = "producer", description = "HTTP status of the answer.", javaType = "Integer")
    public static final String RESPONSE_STATUS = "CamelChatroutesResponseStatus";

    @Metadata(
            label = "producer",
            description = "Id of the call in our logs; ChatRoutes knows none.",
            javaType = "String")
    public static final String RESPONSE_REQUEST_ID = "CamelChatroutesResponseRequestId";

    @Metadata(label = "producer", description = "Attempts that the call took.", javaType = "Integer")
    public static final String RESPONSE_ATTEMPTS = "CamelChatroutesResponseAttempts";

    @Metadata(label = "producer", description = "Full name of the model that answered.", javaType = "String")
    public static final String RESPONSE_MODEL = "CamelChatroutesResponseModel";

    @Metadata(
            label = "producer",
            description = "Tokens that the answer took.",
            javaType = "io.camelproviders.chatroutes.model.Messages.Usage")
    public static final String RESPONSE_USAGE = "CamelChatroutesResponseUsage";

    @Metadata(label = "producer", description = "Number of the page that was answered.", javaType = "Integer")
    public static final String RESPONSE_PAGE = "CamelChatroutesResponsePage";

    @Metadata(label = "producer", description = "Items on a page.", javaType = "Integer")
    public static final String RESPONSE_LIMIT = "CamelChatroutesResponseLimit";

    @Metadata(label = "producer", description = "Items of the list in all.", javaType = "Integer")
    public static final String RESPONSE_TOTAL = "CamelChatroutesResponseTotal";

    @Metadata(label = "producer", description = "Pages of the list in all.", javaType = "Integer")
    public static final String RESPONSE_PAGES = "CamelChatroutesResponsePages";

    @Metadata(label = "producer", description = "Whether another page follows.", javaType = "Boolean")
    public static final String RESPONSE_HAS_NEXT = "CamelChatroutesResponseHasNext";

    @Metadata(label = "producer", description = "Whether there is a page before this one.", javaType = "Boolean")
    public static final String RESPONSE_HAS_PREVIOUS = "CamelChatroutesResponseHasPrevious";

    @Metadata(
            label = "producer",
            description = "What went wrong, when throwExceptionOnFailure=false made the error the body.",
            javaType = "String")
    public static final String RESPONSE_ERROR = "CamelChatroutesResponseError";

    @Metadata(label = "producer", description = "Chunks of the streamed answer.", javaType = "Long")
    public static final String RESPONSE_CHUNKS = "CamelChatroutesResponseChunks";

    @Metadata(
            label = "consumer",
            description = "Type of the chunk: content, complete, or what the service calls one that we don't know.",
            javaType = "String")
    public static final String EVENT_TYPE = "CamelChatroutesEventType";

    @Metadata(label = "consumer", description = "Number of the chunk in its answer, from 1.", javaType = "Long")
    public static final String EVENT_NUMBER = "CamelChatroutesEventNumber";

    private ChatroutesConstants() {}
}

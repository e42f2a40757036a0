/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import org.apache.camel.spi.Metadata;

/**
 * Names of the headers. Those of the first group are read; {@code Response} and {@code Event} ones are written and never
 * read, the path ids excepted, which flow from a consumer to the next call.
 */
public final class QgptConstants {

    /** What stands before every header of this component. */
    public static final String PREFIX = "CamelQgpt";

    @Metadata(
            label = "common",
            description = "Id of the persisted conversation; consumers write it for the next call.",
            javaType = "String")
    public static final String CONVERSATION_ID = "CamelQgptConversationId";

    @Metadata(label = "producer", description = "Id of the persisted message.", javaType = "String")
    public static final String MESSAGE_ID = "CamelQgptMessageId";

    @Metadata(label = "producer", description = "What is asked, when the endpoint does not say.", javaType = "String")
    public static final String QUERY = "CamelQgptQuery";

    @Metadata(label = "producer", description = "Id of the language model.", javaType = "String")
    public static final String MODEL = "CamelQgptModel";

    @Metadata(label = "producer", description = "Id of the application that asks.", javaType = "String")
    public static final String APPLICATION = "CamelQgptApplication";

    @Metadata(label = "producer", description = "Whether the question may be routed to agents.", javaType = "Boolean")
    public static final String AGENT = "CamelQgptAgent";

    @Metadata(label = "producer", description = "Title of the conversation that is begun.", javaType = "String")
    public static final String NAME = "CamelQgptName";

    @Metadata(
            label = "producer",
            description = "Whether persisted contents come with the answer.",
            javaType = "Boolean")
    public static final String TRANSFERABLES = "CamelQgptTransferables";

    @Metadata(
            label = "producer",
            description = "Milliseconds that one attempt of the call may take.",
            javaType = "Long")
    public static final String REQUEST_TIMEOUT = "CamelQgptRequestTimeout";

    @Metadata(
            label = "producer",
            description = "Retries after the first attempt of the call, instead of the option maxRetries.",
            javaType = "Integer")
    public static final String MAX_RETRIES = "CamelQgptMaxRetries";

    @Metadata(
            label = "producer",
            description = "Request id to send as X-Request-Id; by default a random one is generated.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelQgptRequestId";

    @Metadata(
            label = "producer",
            description = "HTTP status of the answer; none for answers of stream.",
            javaType = "Integer")
    public static final String RESPONSE_STATUS = "CamelQgptResponseStatus";

    @Metadata(label = "producer", description = "Id of the call.", javaType = "String")
    public static final String RESPONSE_REQUEST_ID = "CamelQgptResponseRequestId";

    @Metadata(label = "producer", description = "Attempts that the call took.", javaType = "Integer")
    public static final String RESPONSE_ATTEMPTS = "CamelQgptResponseAttempts";

    @Metadata(
            label = "producer",
            description = "What went wrong, when throwExceptionOnFailure=false made the error the body.",
            javaType = "String")
    public static final String RESPONSE_ERROR = "CamelQgptResponseError";

    @Metadata(label = "producer", description = "Outputs of a streamed answer.", javaType = "Long")
    public static final String RESPONSE_CHUNKS = "CamelQgptResponseChunks";

    @Metadata(label = "producer", description = "Id of the question on the socket.", javaType = "String")
    public static final String RESPONSE_REQUEST = "CamelQgptResponseRequest";

    @Metadata(
            label = "producer",
            description = "Id of the conversation in which question and answer stand now.",
            javaType = "String")
    public static final String RESPONSE_CONVERSATION = "CamelQgptResponseConversation";

    @Metadata(
            label = "producer",
            description = "The snippets that were found for the answer.",
            javaType = "io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput")
    public static final String RESPONSE_RELEVANCE = "CamelQgptResponseRelevance";

    @Metadata(
            label = "producer",
            description = "True if the answer was fetched from its conversation after a drop.",
            javaType = "Boolean")
    public static final String RESPONSE_RECOVERED = "CamelQgptResponseRecovered";

    @Metadata(
            label = "common",
            description =
                    "What the exchange carries: answer, or of an output text, relevance, progress, migration, unknown, completed; of a conversation updated or deleted.",
            javaType = "String")
    public static final String EVENT_TYPE = "CamelQgptEventType";

    @Metadata(label = "common", description = "Place of the output in its answer, from 1.", javaType = "Long")
    public static final String EVENT_NUMBER = "CamelQgptEventNumber";

    @Metadata(
            label = "consumer",
            description = "Id of the question that is answered, as ResponseRequest told it.",
            javaType = "String")
    public static final String EVENT_REQUEST = "CamelQgptEventRequest";

    private QgptConstants() {}
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import org.apache.camel.spi.Metadata;

/** Names of the headers. Those of the first group are read; {@code Response} and {@code Event} ones are written and never read. */
public final class IgptConstants {

    /** What stands before every header of this component. */
    public static final String PREFIX = "CamelIgpt";

    @Metadata(
            label = "producer",
            description = "Whose data is meant, when the endpoint does not say.",
            javaType = "String")
    public static final String USER = "CamelIgptUser";

    @Metadata(
            label = "producer",
            description = "The question or task, when the endpoint gives none.",
            javaType = "String")
    public static final String INPUT = "CamelIgptInput";

    @Metadata(label = "producer", description = "How thorough the answer shall be.", javaType = "String")
    public static final String QUALITY = "CamelIgptQuality";

    @Metadata(label = "producer", description = "How hard recall/run thinks.", javaType = "String")
    public static final String REASONING_EFFORT = "CamelIgptReasoningEffort";

    @Metadata(label = "producer", description = "How recall/run shall answer.", javaType = "String")
    public static final String INSTRUCTIONS = "CamelIgptInstructions";

    @Metadata(label = "producer", description = "What recall/search looks for.", javaType = "String")
    public static final String QUERY = "CamelIgptQuery";

    @Metadata(label = "producer", description = "recall/search finds nothing older.", javaType = "String")
    public static final String DATE_FROM = "CamelIgptDateFrom";

    @Metadata(label = "producer", description = "recall/search finds nothing newer.", javaType = "String")
    public static final String DATE_TO = "CamelIgptDateTo";

    @Metadata(label = "producer", description = "Most results of recall/search.", javaType = "Integer")
    public static final String MAX_RESULTS = "CamelIgptMaxResults";

    @Metadata(label = "producer", description = "Whom the results of recall/search must concern.", javaType = "String")
    public static final String FILTER_PEOPLE = "CamelIgptFilterPeople";

    @Metadata(label = "producer", description = "Id of the data source to disconnect.", javaType = "String")
    public static final String ID = "CamelIgptId";

    @Metadata(label = "producer", description = "Service to connect.", javaType = "String")
    public static final String SERVICE = "CamelIgptService";

    @Metadata(label = "producer", description = "Access to ask for.", javaType = "String")
    public static final String SCOPE = "CamelIgptScope";

    @Metadata(
            label = "producer",
            description = "Where to send the browser of the user afterwards.",
            javaType = "String")
    public static final String REDIRECT_URI = "CamelIgptRedirectUri";

    @Metadata(label = "producer", description = "Value that is handed back to redirectUri.", javaType = "String")
    public static final String STATE = "CamelIgptState";

    @Metadata(
            label = "producer",
            description = "Milliseconds that one attempt of the call may take.",
            javaType = "Long")
    public static final String REQUEST_TIMEOUT = "CamelIgptRequestTimeout";

    @Metadata(
            label = "producer",
            description = "Retries after the first attempt of the call, instead of the option maxRetries.",
            javaType = "Integer")
    public static final String MAX_RETRIES = "CamelIgptMaxRetries";

    @Metadata(
            label = "producer",
            description = "Request id to send as X-Request-Id; by default a random one is generated.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelIgptRequestId";

    @Metadata(label = "producer", description = "HTTP status of the answer.", javaType = "Integer")
    public static final String RESPONSE_STATUS = "CamelIgptResponseStatus";

    @Metadata(label = "producer", description = "Id of the request.", javaType = "String")
    public static final String RESPONSE_REQUEST_ID = "CamelIgptResponseRequestId";

    @Metadata(label = "producer", description = "Attempts that the call took.", javaType = "Integer")
    public static final String RESPONSE_ATTEMPTS = "CamelIgptResponseAttempts";

    @Metadata(
            label = "producer",
            description = "Word for the failure, with throwExceptionOnFailure=false.",
            javaType = "String")
    public static final String RESPONSE_ERROR = "CamelIgptResponseError";

    @Metadata(label = "producer", description = "Chunks of a streamed answer.", javaType = "Long")
    public static final String RESPONSE_CHUNKS = "CamelIgptResponseChunks";

    @Metadata(
            label = "producer",
            description = "Tokens that the answer took.",
            javaType = "io.camelproviders.igpt.model.Recall.Usage")
    public static final String RESPONSE_USAGE = "CamelIgptResponseUsage";

    @Metadata(
            label = "producer",
            description = "Where the statements of the answer come from.",
            javaType = "java.util.List")
    public static final String RESPONSE_SOURCES = "CamelIgptResponseSources";

    @Metadata(label = "producer", description = "Id of the run.", javaType = "String")
    public static final String RESPONSE_RUN_ID = "CamelIgptResponseRunId";

    @Metadata(label = "producer", description = "Milliseconds that the run took.", javaType = "Long")
    public static final String RESPONSE_DURATION = "CamelIgptResponseDuration";

    @Metadata(label = "common", description = "Place of the chunk in the answer, from 1.", javaType = "Long")
    public static final String EVENT_NUMBER = "CamelIgptEventNumber";

    @Metadata(
            label = "common",
            description = "Type of the chunk: run.output_text.delta for example; chunk for those of an ask.",
            javaType = "String")
    public static final String EVENT_TYPE = "CamelIgptEventType";

    @Metadata(label = "common", description = "Number that the provider gave to the event of a run.", javaType = "Long")
    public static final String EVENT_SEQ = "CamelIgptEventSeq";

    private IgptConstants() {}
}

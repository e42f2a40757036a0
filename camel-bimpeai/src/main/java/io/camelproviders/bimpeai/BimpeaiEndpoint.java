/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.model.Messages.Message;
import io.camelproviders.bimpeai.operation.BimpeaiProtocol;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.StreamSource;
import io.camelproviders.support.endpoint.OperationEndpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Category;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.jspecify.annotations.Nullable;

/** Converse through the BimpeAI Agent Console: agents, conversations, messages and their live streams. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "bimpeai",
        title = "BimpeAI",
        syntax = "bimpeai:operation",
        category = {Category.AI, Category.CHAT, Category.API},
        headersClass = BimpeaiConstants.class)
public class BimpeaiEndpoint extends OperationEndpoint {

    /** The header that takes the id of an item, by resource. */
    private static final Map<String, String> ITEM_IDS = Map.ofEntries(
            Map.entry("agents", BimpeaiConstants.AGENT_ID),
            Map.entry("integrations", BimpeaiConstants.INTEGRATION_ID),
            Map.entry("bimpeai-integrations", BimpeaiConstants.INTEGRATION_ID),
            Map.entry("custom-apis", BimpeaiConstants.INTEGRATION_ID),
            Map.entry("custom-api-tools", BimpeaiConstants.TOOL_ID),
            Map.entry("mcp-servers", BimpeaiConstants.INTEGRATION_ID),
            Map.entry("mcp-server-tools", BimpeaiConstants.TOOL_ID),
            Map.entry("pipedream", BimpeaiConstants.INTEGRATION_ID),
            Map.entry("knowledge-bases", BimpeaiConstants.KNOWLEDGE_BASE_ID),
            Map.entry("workflows", BimpeaiConstants.WORKFLOW_ID),
            Map.entry("conversations", BimpeaiConstants.CONVERSATION_ID),
            Map.entry("messages", BimpeaiConstants.MESSAGE_ID),
            Map.entry("calls", BimpeaiConstants.CALL_ID),
            Map.entry("phone-numbers", BimpeaiConstants.PHONE_NUMBER_ID));

    @UriPath(
            enums = "agents/list,agents/create,agents/retrieve,agents/update,agents/delete,"
                    + "agents/update-live-status,agents/get-test-code,channels/list,actions/list,"
                    + "actions/enable,actions/disable,knowledge-bases/list,knowledge-bases/create,"
                    + "knowledge-bases/update,knowledge-bases/delete,conversation-flows/list,"
                    + "integrations/list,bimpeai-integrations/list,bimpeai-integrations/configure,"
                    + "bimpeai-integrations/disconnect,custom-apis/list,custom-apis/configure,"
                    + "custom-apis/disconnect,custom-api-tools/list,custom-api-tools/add,"
                    + "custom-api-tools/delete,mcp-servers/list,mcp-servers/configure,mcp-servers/disconnect,"
                    + "mcp-servers/discover,mcp-servers/test,mcp-server-tools/list,pipedream/list,"
                    + "pipedream/configure,pipedream/disconnect,workflows/list,workflows/create,"
                    + "workflows/clone,workflows/retrieve,workflows/update,workflows/delete,"
                    + "conversations/list,conversations/retrieve,conversations/send,"
                    + "conversations/set-ai-status,messages/list,messages/send,messages/retrieve,"
                    + "messages/stream-ticket,messages/stream,calls/list,calls/make,calls/retrieve,"
                    + "phone-numbers/list,phone-numbers/retrieve,phone-numbers/update,"
                    + "phone-number-requests/list,phone-number-requests/create",
            description = "The operation: resource/operation, messages/send for example.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private BimpeaiConfiguration configuration = new BimpeaiConfiguration();

    BimpeaiEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component, operation);
        this.operation = operation.name();
    }

    /** Canonical name of the operation. */
    public String getOperation() {
        return operation;
    }

    @Override
    public BimpeaiConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(BimpeaiConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public String headerPrefix() {
        return BimpeaiConstants.PREFIX;
    }

    @Override
    protected String defaultBaseUrl() {
        return "https://api.bimpe.ai";
    }

    @Override
    protected ProviderProtocol newProtocol(Secrets secrets) {
        return new BimpeaiProtocol(apiKey(), "camel-bimpeai/0.1 (Apache Camel)", Json.standard());
    }

    @Override
    protected void check() {
        super.check();
        apiKey();
        if (operation().streams()) {
            agentId();
            conversationId();
        }
    }

    private String apiKey() {
        String advice =
                "apiKey is missing; set camel.component.bimpeai.api-key, or apiKey on the component or endpoint";
        return requiredKey("apiKey", requiredProperty(configuration.getApiKey(), advice), advice);
    }

    String agentId() {
        return required(
                configuration.getAgentId(), "agentId is missing or empty; set it on the endpoint or the component");
    }

    String conversationId() {
        return required(
                configuration.getConversationId(),
                "conversationId is missing or empty; give the id of a conversation, or * for all of the agent's");
    }

    @Override
    public StreamSource newStreamSource(OperationClient patient, OperationClient impatient) {
        return new BimpeaiStreamSource(this, patient, impatient);
    }

    /** An item of a list carries its id for the next call. */
    @Override
    public void fillItem(org.apache.camel.Message message, Object item) {
        String resource = operation.substring(0, operation.indexOf('/'));
        String header = ITEM_IDS.get(resource);
        String id = header == null ? null : itemId(item);
        if (header != null && id != null) {
            message.setHeader(header, id);
        }
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> afterwards(
            OperationCall call, CallResult result, OperationClient client) {
        if (!configuration.isLookUpConversation() || !call.operation().name().equals("conversations/send")) {
            return super.afterwards(call, result, client);
        }
        // Without a find the header goes: one of an earlier step would name another conversation.
        return new ConversationLookup(client, decoder()).of(call).thenApply(id -> {
            Map<String, @Nullable Object> headers = new HashMap<>();
            headers.put(BimpeaiConstants.CONVERSATION_ID, id.orElse(null));
            return headers;
        });
    }

    @Override
    public Optional<String> echoedOn(OperationCall call) {
        String agent = call.path().get("agentId");
        return switch (call.operation().name()) {
            case "messages/send" -> Optional.of(agent + '|' + call.path().get("conversationId"));
            case "conversations/send" -> {
                Object conversation = call.body() == null ? null : call.body().get("conversation_id");
                yield Optional.of(agent + '|' + (conversation == null ? "*" : conversation));
            }
            default -> Optional.empty();
        };
    }

    /** A send by address names no conversation; the look-up does. */
    @Override
    public Optional<String> echoedOn(OperationCall call, Map<String, @Nullable Object> found) {
        Optional<String> known = echoedOn(call);
        Object conversation = found.get(BimpeaiConstants.CONVERSATION_ID);
        boolean byAddress = known.filter(stream -> stream.endsWith("|*")).isPresent();
        return byAddress
                ? Optional.ofNullable(conversation).map(id -> call.path().get("agentId") + '|' + id)
                : known;
    }

    @Override
    public Set<String> echoRoles(OperationCall call) {
        Object role = call.body() == null ? null : call.body().get("role");
        return role == null ? Set.of("assistant", "user") : Set.of(role.toString());
    }

    @Override
    public Optional<String> echoId(CallResult result) {
        return result.value() instanceof Message sent ? Optional.of(sent.id()) : Optional.empty();
    }
}

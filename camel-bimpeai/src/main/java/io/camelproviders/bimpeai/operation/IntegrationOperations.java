/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import static io.camelproviders.bimpeai.operation.BimpeaiOperations.delete;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.post;
import static io.camelproviders.core.operation.Operation.get;

import io.camelproviders.bimpeai.model.Agents.Onboarding;
import io.camelproviders.bimpeai.model.CustomApis.ConfigureCustomApi;
import io.camelproviders.bimpeai.model.CustomApis.CreateTool;
import io.camelproviders.bimpeai.model.CustomApis.CustomApi;
import io.camelproviders.bimpeai.model.CustomApis.Tool;
import io.camelproviders.bimpeai.model.Integrations.BimpeaiIntegration;
import io.camelproviders.bimpeai.model.Integrations.ConfigureBimpeaiIntegration;
import io.camelproviders.bimpeai.model.Integrations.Integration;
import io.camelproviders.bimpeai.model.McpServers.ConfigureMcpServer;
import io.camelproviders.bimpeai.model.McpServers.Discovery;
import io.camelproviders.bimpeai.model.McpServers.McpServer;
import io.camelproviders.bimpeai.model.McpServers.McpServerTestResult;
import io.camelproviders.bimpeai.model.PipedreamApps.ConfigurePipedream;
import io.camelproviders.bimpeai.model.PipedreamApps.Pipedream;
import io.camelproviders.core.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/** Integrations of an agent: the console's own, custom APIs, MCP servers, Pipedream. */
final class IntegrationOperations {

    private static final String ALL = "/agents/{agentId}/integrations";
    private static final String ONE = "/{integrationId}";

    private IntegrationOperations() {}

    static List<Operation.Builder> all() {
        return Stream.of(own(), customApis(), mcpServers(), pipedream())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation.Builder> own() {
        return List.of(
                get("integrations/list", ALL)
                        .title("Lists all integrations of an agent.")
                        .list(Integration.class),
                get("bimpeai-integrations/list", ALL + "/bimpeai")
                        .title("Lists the console's own integrations.")
                        .list(BimpeaiIntegration.class),
                post("bimpeai-integrations/configure", ALL + "/bimpeai/configure")
                        .title("Configures one of the console's own integrations.")
                        .body(ConfigureBimpeaiIntegration.class, "type")
                        .returns(Onboarding.class),
                delete("bimpeai-integrations/disconnect", ALL + "/bimpeai" + ONE)
                        .title("Disconnects one of the console's own integrations."));
    }

    private static List<Operation.Builder> customApis() {
        String apis = ALL + "/custom_api";
        return List.of(
                get("custom-apis/list", apis).title("Lists the custom APIs.").list(CustomApi.class),
                post("custom-apis/configure", apis + "/configure")
                        .title("Configures a custom API.")
                        .body(ConfigureCustomApi.class, "name")
                        .returns(CustomApi.class),
                delete("custom-apis/disconnect", apis + ONE).title("Disconnects a custom API."),
                get("custom-api-tools/list", apis + ONE + "/tools")
                        .title("Lists the tools of a custom API.")
                        .list(Tool.class),
                post("custom-api-tools/add", apis + ONE + "/tools")
                        .title("Adds a tool to a custom API.")
                        .body(CreateTool.class, "name", "http_method", "url_template")
                        .returns(Tool.class),
                delete("custom-api-tools/delete", apis + ONE + "/tools/{toolId}")
                        .title("Deletes a tool of a custom API."));
    }

    private static List<Operation.Builder> mcpServers() {
        String servers = ALL + "/mcp_server";
        return List.of(
                get("mcp-servers/list", servers).title("Lists the MCP servers.").list(McpServer.class),
                post("mcp-servers/configure", servers + "/configure")
                        .title("Configures an MCP server.")
                        .body(ConfigureMcpServer.class, "name", "server_url")
                        .returns(McpServer.class),
                delete("mcp-servers/disconnect", servers + ONE).title("Disconnects an MCP server."),
                post("mcp-servers/discover", servers + ONE + "/discover")
                        .title("Looks for the tools of an MCP server.")
                        .returns(Discovery.class),
                post("mcp-servers/test", servers + ONE + "/test")
                        .title("Tries to reach an MCP server.")
                        .returns(McpServerTestResult.class),
                get("mcp-server-tools/list", servers + ONE + "/tools")
                        .title("Lists the tools of an MCP server.")
                        .list(Tool.class));
    }

    private static List<Operation.Builder> pipedream() {
        String connections = ALL + "/pipedream";
        return List.of(
                get("pipedream/list", connections)
                        .title("Lists the Pipedream connections.")
                        .list(Pipedream.class),
                post("pipedream/configure", connections + "/configure")
                        .title("Configures a Pipedream connection.")
                        .body(ConfigurePipedream.class, "app_slug")
                        .returns(Onboarding.class),
                delete("pipedream/disconnect", connections + ONE).title("Disconnects a Pipedream connection."));
    }
}

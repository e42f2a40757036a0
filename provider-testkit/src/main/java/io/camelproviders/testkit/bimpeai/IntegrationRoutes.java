/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.bimpeai.Routes.Call;
import java.util.ArrayList;
import java.util.List;

/** Integrations of an agent: BimpeAI's own, custom APIs, MCP servers, Pipedream apps, and their tools. */
final class IntegrationRoutes {

    private static final String AUTH = " auth_type=none|bearer|basic|api_key|custom auth_config:object";
    private static final Fields BIMPEAI =
            Fields.of("type!=bumpa|google_calendar|google_sheets|paystack|stripe token public_key secret_key currency");
    private static final Fields CUSTOM_API = Fields.of("name! description base_url test_endpoint" + AUTH);
    private static final Fields MCP_SERVER = Fields.of("name! server_url! transport=http_sse|streamable_http" + AUTH);
    private static final Fields PIPEDREAM = Fields.of("app_slug! app_name app_icon");
    private static final Fields TOOL =
            Fields.of("name! http_method!=GET|POST|PUT|DELETE|PATCH url_template! description"
                    + " url_params:array body_params:array headers_template:object body_template:object"
                    + " response_mapping:object category require_human_approval:bool timeout:int" + AUTH);
    private static final List<String> KINDS = List.of("bimpeai", "custom_api", "mcp_server", "pipedream");
    private static final String BASE = "/agents/{a}/integrations";

    private IntegrationRoutes() {}

    static void addTo(Routes routes) {
        routes.add("GET", BASE, IntegrationRoutes::all);
        for (String kind : KINDS) {
            routes.add(
                    "GET",
                    BASE + "/" + kind,
                    call -> Reply.ok(
                            Shapes.array(call.store().table(call.ofAgent(kind)).values())));
            routes.add("DELETE", BASE + "/" + kind + "/{i}", call -> {
                call.store().remove(call.ofAgent(kind), call.id("i"));
                return Reply.deleted();
            });
        }
        routes.add("POST", BASE + "/bimpeai/configure", IntegrationRoutes::configureBimpeai);
        routes.add("POST", BASE + "/custom_api/configure", call -> configure(call, "custom_api", CUSTOM_API));
        routes.add("POST", BASE + "/mcp_server/configure", call -> configure(call, "mcp_server", MCP_SERVER));
        routes.add("POST", BASE + "/pipedream/configure", IntegrationRoutes::configurePipedream);
        routes.add("POST", BASE + "/mcp_server/{i}/discover", IntegrationRoutes::discover);
        routes.add("POST", BASE + "/mcp_server/{i}/test", IntegrationRoutes::test);
        for (String kind : List.of("custom_api", "mcp_server")) {
            routes.add(
                    "GET",
                    BASE + "/" + kind + "/{i}/tools",
                    call -> Reply.ok(
                            Shapes.array(call.store().table(tools(call, kind)).values())));
        }
        routes.add("POST", BASE + "/custom_api/{i}/tools", IntegrationRoutes::addTool);
        routes.add("DELETE", BASE + "/custom_api/{i}/tools/{t}", call -> {
            call.store().remove(tools(call, "custom_api"), call.id("t"));
            return Reply.deleted();
        });
    }

    private static Reply all(Call call) {
        List<ObjectNode> items = new ArrayList<>();
        for (String kind : KINDS) {
            call.store().table(call.ofAgent(kind)).values().forEach(row -> items.add(Shapes.integration(row, kind)));
        }
        return Reply.ok(Shapes.array(items));
    }

    private static Reply configureBimpeai(Call call) {
        ObjectNode body = BIMPEAI.read(call.request());
        ObjectNode row = Shapes.object();
        row.put("id", call.store().newId("in"));
        row.set("type", body.path("type"));
        row.set("name", body.path("type"));
        row.put("status", "pending");
        row.put("is_connected", false);
        call.store().add(call.ofAgent("bimpeai"), row);
        return Reply.ok(onboarding(row));
    }

    private static Reply configurePipedream(Call call) {
        ObjectNode body = PIPEDREAM.read(call.request());
        ObjectNode row = Shapes.object();
        row.put("id", call.store().newId("in"));
        row.put("channel_type", "pipedream");
        ObjectNode config = row.putObject("config");
        config.setAll(body);
        Shapes.nulls(config, "app_name app_icon");
        config.put("server_url", "https://pipedream.example/" + row.path("id").asText());
        call.store().add(call.ofAgent("pipedream"), row);
        return Reply.ok(onboarding(row));
    }

    private static ObjectNode onboarding(ObjectNode row) {
        return Shapes.object()
                .put(
                        "onboarding_url",
                        "https://console.example/onboard/" + row.path("id").asText());
    }

    private static Reply configure(Call call, String kind, Fields fields) {
        ObjectNode body = fields.read(call.request());
        ObjectNode row = Shapes.object();
        row.put("id", call.store().newId("in"));
        ObjectNode config = row.putObject("config");
        config.set("name", body.path("name"));
        if (kind.equals("custom_api")) {
            config.set("base_url", body.path("base_url").isTextual() ? body.path("base_url") : null);
        } else {
            config.set("server_url", body.path("server_url"));
            config.put("transport", body.path("transport").asText("streamable_http"));
        }
        config.put("auth_type", body.path("auth_type").asText("none"));
        call.store().add(call.ofAgent(kind), row);
        return Reply.ok(row);
    }

    private static Reply discover(Call call) {
        String table = tools(call, "mcp_server");
        boolean first = call.store().table(table).isEmpty();
        if (first) {
            call.store().add(table, tool(call, Shapes.object().put("name", "Discovered tool")));
        }
        ObjectNode counts = Shapes.object();
        counts.put("discovered", 1);
        counts.put("created", first ? 1 : 0);
        counts.put("updated", first ? 0 : 1);
        counts.put("disabled", 0);
        return Reply.ok(counts);
    }

    private static Reply test(Call call) {
        ObjectNode result = Shapes.object();
        result.put("success", true);
        result.put("message", "Reached");
        result.put("tools_count", call.store().table(tools(call, "mcp_server")).size());
        return Reply.ok(Shapes.nulls(result, "error"));
    }

    private static Reply addTool(Call call) {
        ObjectNode tool = tool(call, TOOL.read(call.request()));
        return Reply.created(call.store().add(tools(call, "custom_api"), tool));
    }

    private static ObjectNode tool(Call call, ObjectNode body) {
        ObjectNode tool = Shapes.object();
        tool.put("id", call.store().newId("to"));
        tool.put("action_name", body.path("name").asText().replace(' ', '_'));
        tool.set("name", body.path("name"));
        tool.set("description", body.path("description").isTextual() ? body.path("description") : null);
        tool.put("category", body.path("category").asText("general"));
        tool.put("is_enabled", true);
        return tool;
    }

    private static String tools(Call call, String kind) {
        call.store().row(call.ofAgent(kind), call.id("i"));
        return call.ofAgent(kind + "/" + call.id("i") + "/tools");
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.bimpeai.Routes.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Workflows, calls and phone numbers. */
final class OtherRoutes {

    private static final Fields WORKFLOW =
            Fields.of("name! system_prompt! description? category? rules:array flows:array tags:array"
                    + " integrations:array channels:array actions:array guide?:object faq?:array setup_steps:array setup_time:int"
                    + " video_url?");
    private static final Fields CLONE = Fields.of("source_workflow_id!");
    private static final Fields CALL = Fields.of("destination! is_test_call!:bool");
    private static final Fields PHONE_NUMBER = Fields.of("agent_id? label");
    private static final Fields PHONE_NUMBER_REQUEST =
            Fields.of("business_name! intended_use! region!=us|uk|eu|ng agent_count!:int"
                    + " outbound_minutes!:int submitted_by_agent_id");

    private OtherRoutes() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/workflows", OtherRoutes::workflows);
        routes.add(
                "POST",
                "/workflows",
                call -> Reply.created(call.store()
                        .add("workflows", Shapes.workflow(call.store().newRow("wf", WORKFLOW.read(call.request()))))));
        routes.add("POST", "/workflows/clone", OtherRoutes::cloneWorkflow);
        routes.add("GET", "/workflows/{w}", call -> Reply.ok(call.store().row("workflows", call.id("w"))));
        routes.add(
                "PATCH",
                "/workflows/{w}",
                call -> Reply.ok(call.store()
                        .update(
                                call.store().row("workflows", call.id("w")),
                                WORKFLOW.optional().read(call.request()))));
        routes.add("DELETE", "/workflows/{w}", call -> {
            call.store().remove("workflows", call.id("w"));
            return Reply.deleted();
        });
        routes.add("GET", "/calls", call -> {
            throw ConsoleError.of(501, "not_implemented", "Not implemented");
        });
        routes.add(
                "GET",
                "/agents/{a}/calls",
                call -> page(call, call.ofAgent("calls"), Shapes::callItem, List.of("is_test_call", "status")));
        routes.add("POST", "/agents/{a}/calls", OtherRoutes::makeCall);
        routes.add(
                "GET",
                "/agents/{a}/calls/{call}",
                call -> Reply.ok(call.store().row(call.ofAgent("calls"), call.id("call"))));
        routes.add("GET", "/phone-numbers", call -> page(call, "phone-numbers", Shapes::phoneNumberItem, List.of()));
        routes.add("GET", "/phone-numbers/request", call -> page(call, "phone-numbers/request", row -> row, List.of()));
        routes.add("POST", "/phone-numbers/request", OtherRoutes::requestPhoneNumber);
        routes.add("GET", "/phone-numbers/{p}", call -> Reply.ok(call.store().row("phone-numbers", call.id("p"))));
        routes.add(
                "PATCH",
                "/phone-numbers/{p}",
                call -> Reply.ok(call.store()
                        .update(call.store().row("phone-numbers", call.id("p")), PHONE_NUMBER.read(call.request()))));
    }

    private static Reply page(Call call, String table, UnaryOperator<ObjectNode> view, List<String> filters) {
        List<ObjectNode> items = new ArrayList<>();
        call.store().table(table).values().forEach(row -> items.add(view.apply(row)));
        return Paging.page(items, call.request().query(), filters);
    }

    private static Reply workflows(Call call) {
        String scope = call.request().query().getOrDefault("scope", "accessible");
        List<ObjectNode> items = new ArrayList<>();
        for (ObjectNode workflow : call.store().table("workflows").values()) {
            boolean owned = workflow.path("is_owner").asBoolean();
            boolean open = workflow.path("visibility").asText().equals("public");
            boolean wanted =
                    switch (scope) {
                        case "owned" -> owned;
                        case "public" -> open;
                        case "accessible" -> owned || open;
                        default ->
                            throw ConsoleError.validation(List.of("scope: must be one of owned, public, accessible"));
                    };
            if (wanted) {
                items.add(workflow);
            }
        }
        return Paging.page(items, call.request().query(), List.of());
    }

    private static Reply cloneWorkflow(Call call) {
        String source = CLONE.read(call.request()).path("source_workflow_id").asText();
        ObjectNode copy = call.store().row("workflows", source).deepCopy();
        copy.remove("id");
        copy.put("visibility", "private");
        copy.put("is_owner", true);
        return Reply.created(call.store().add("workflows", call.store().newRow("wf", copy)));
    }

    private static Reply makeCall(Call call) {
        ObjectNode body = CALL.read(call.request());
        Store store = call.store();
        ObjectNode made = Shapes.call(store.newRow("ca", body), FakeMessage.iso(store.now()));
        store.add(call.ofAgent("calls"), made);
        ObjectNode data = Shapes.object();
        data.put("status", "initiated");
        data.set("call_id", made.path("id"));
        return Reply.created(Shapes.nulls(data, "detail"));
    }

    private static Reply requestPhoneNumber(Call call) {
        ObjectNode body = PHONE_NUMBER_REQUEST.read(call.request());
        ObjectNode row = call.store().newRow("pr", body);
        row.remove("submitted_by_agent_id");
        row.set("agent_id", body.get("submitted_by_agent_id"));
        row.put("status", "under_review");
        return Reply.created(call.store().add("phone-numbers/request", Shapes.nulls(row, "e164 label")));
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes tools as route templates in YAML. */
final class ToolYaml {

    private static final String HEAD = """
            # Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project.
            # Generated from the operation table; do not edit.
            """;
    private static final String PAGE_SIZE = "20";

    private final StringBuilder yaml = new StringBuilder(HEAD);

    private ToolYaml() {}

    /** Templates of these tools. */
    static String templates(List<Tool> tools) {
        ToolYaml file = new ToolYaml();
        tools.forEach(file::template);
        return file.yaml.toString();
    }

    /** A route of each template, with the defaults of its parameters. */
    static String routes(List<Tool> tools) {
        ToolYaml file = new ToolYaml();
        for (Tool tool : tools) {
            file.line(0, "- templatedRoute:");
            file.line(4, "routeTemplateRef: " + tool.templateId());
            file.line(4, "routeId: " + tool.name());
        }
        return file.yaml.toString();
    }

    private void template(Tool tool) {
        line(0, "- routeTemplate:");
        line(4, "id: " + tool.templateId());
        line(4, "description: " + quoted(tool.description()));
        line(4, "parameters:");
        parameter("toolName", tool.name(), "Name of the tool.");
        parameter("tags", tool.tag(), "Tags by which agents select the tool, separated by commas.");
        for (String pin : tool.pins()) {
            line(6, "- name: " + pin);
            line(8, "required: false");
            line(8, "description: " + quoted("Fixes " + pin + ". Default: the value that is set on the component."));
        }
        if (tool.paged()) {
            parameter("limit", PAGE_SIZE, "Items of a page.");
        }
        if (remembersKeys(tool)) {
            parameter(
                    "idempotentRepository",
                    "#class:org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository",
                    "Repository of the idempotency keys that were used.");
        }
        line(4, "from:");
        line(6, "uri: \"ai-tool:{{toolName}}\"");
        line(6, "parameters:");
        options(tool);
        line(6, "steps:");
        if (remembersKeys(tool)) {
            once(tool);
        } else {
            call(tool, 8);
        }
    }

    private void parameter(String name, String value, String description) {
        line(6, "- name: " + name);
        line(8, "defaultValue: " + quoted(value));
        line(8, "description: " + quoted(description));
    }

    /** The provider knows no idempotency keys: the route remembers which were used. */
    private static boolean remembersKeys(Tool tool) {
        return tool.kind() == Tool.Kind.WRITE && tool.key().isEmpty();
    }

    private void options(Tool tool) {
        line(8, "tags: \"{{tags}}\"");
        line(8, "description: " + quoted(description(tool)));
        line(8, "openWorldHint: true");
        if (tool.kind() == Tool.Kind.READ) {
            line(8, "readOnlyHint: true");
        }
        if (tool.kind() == Tool.Kind.WRITE) {
            line(8, "readOnlyHint: false");
            line(8, "destructiveHint: " + tool.destructive());
            line(8, "idempotentHint: true");
        }
        tool.arguments().forEach(this::option);
        if (tool.kind() == Tool.Kind.WRITE) {
            option(new Argument(
                    "idempotencyKey",
                    "string",
                    "A unique key of your choice for this call. Repeat a call with the same key; use a new key for a new call.",
                    true,
                    List.of(),
                    tool.key()));
        }
    }

    private static String description(Tool tool) {
        return switch (tool.kind()) {
            case PAID -> tool.description() + " Each call may incur cost.";
            case READ ->
                tool.paged()
                        ? tool.description()
                                + " Pages are numbered from 1; an empty result means that there are no more."
                        : tool.description();
            case WRITE -> tool.description();
        };
    }

    private void option(Argument argument) {
        String name = "parameter." + argument.name();
        line(8, name + ": " + argument.type());
        line(8, name + ".description: " + quoted(argument.description()));
        if (argument.required()) {
            line(8, name + ".required: true");
        }
        if (!argument.values().isEmpty()) {
            line(8, name + ".enum: " + quoted(String.join(",", argument.values())));
        }
    }

    private void once(Tool tool) {
        line(8, "- idempotentConsumer:");
        line(12, "idempotentRepository: \"{{idempotentRepository}}\"");
        line(12, "skipDuplicate: false");
        // A failed call may have had its effect all the same.
        line(12, "removeOnFailure: false");
        line(12, "simple: \"{{toolName}} ${header.idempotencyKey}\"");
        line(12, "steps:");
        line(14, "- choice:");
        line(18, "when:");
        line(20, "- simple: \"${exchangeProperty.CamelDuplicateMessage} == true\"");
        line(22, "steps:");
        line(24, "- setBody:");
        line(
                28,
                "constant: "
                        + quoted("Not repeated: a call with this idempotency key was made before. "
                                + "Read the current state, and use a new key for a new call."));
        line(18, "otherwise:");
        line(20, "steps:");
        call(tool, 22);
    }

    private void call(Tool tool, int indent) {
        List<Argument> fields =
                tool.arguments().stream().filter(Argument::inBody).toList();
        if (tool.body() && !fields.isEmpty()) {
            body(tool, fields, indent);
        } else {
            headers(tool).forEach(header -> set(indent, "setHeader", header.header(), "header." + header.name()));
        }
        line(indent, "- to:");
        line(indent + 4, "uri: " + tool.scheme() + ":" + tool.operation());
        uriOptions(tool, indent + 4);
        if (tool.answers()) {
            json(indent);
        } else {
            line(indent, "- setBody:");
            line(indent + 4, "constant: Done.");
        }
    }

    /** Arguments that are headers of the call, the idempotency key among them. */
    private static List<Argument> headers(Tool tool) {
        List<Argument> headers = new ArrayList<>(
                tool.arguments().stream().filter(argument -> !argument.inBody()).toList());
        if (tool.kind() == Tool.Kind.WRITE && !tool.key().isEmpty()) {
            headers.add(new Argument("idempotencyKey", "string", "", true, List.of(), tool.key()));
        }
        return headers;
    }

    /** The fields that the model gave, and no others, become the JSON body. */
    private void body(Tool tool, List<Argument> fields, int indent) {
        headers(tool).forEach(header -> set(indent, "setVariable", header.name(), "header." + header.name()));
        line(indent, "- removeHeaders:");
        line(indent + 4, "pattern: \"*\"");
        String names = fields.stream().map(Argument::name).collect(Collectors.joining("|"));
        line(indent + 4, "excludePattern: " + quoted(names));
        line(indent, "- setBody:");
        line(indent + 4, "simple: \"${headers}\"");
        json(indent);
        // Models give null for what they leave out.
        line(indent + 6, "include: NON_NULL");
        line(indent, "- removeHeaders:");
        line(indent + 4, "pattern: \"*\"");
        headers(tool).forEach(header -> set(indent, "setHeader", header.header(), "variable." + header.name()));
    }

    private void uriOptions(Tool tool, int indent) {
        boolean json = tool.text() && tool.arguments().stream().anyMatch(Argument::inBody);
        if (tool.pins().isEmpty() && !tool.paged() && !json) {
            return;
        }
        line(indent, "parameters:");
        tool.pins().forEach(pin -> line(indent + 2, pin + ": \"{{?" + pin + "}}\""));
        if (tool.paged()) {
            line(indent + 2, "paging: page");
            line(indent + 2, "limit: \"{{limit}}\"");
        }
        if (json) {
            line(indent + 2, "textInput: false");
        }
    }

    private void set(int indent, String step, String name, String from) {
        line(indent, "- " + step + ":");
        line(indent + 4, "name: " + name);
        line(indent + 4, "simple: \"${" + from + "}\"");
    }

    private void json(int indent) {
        line(indent, "- marshal:");
        line(indent + 4, "json:");
        line(indent + 6, "library: Jackson");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void line(int indent, String text) {
        yaml.append(" ".repeat(indent)).append(text).append('\n');
    }
}

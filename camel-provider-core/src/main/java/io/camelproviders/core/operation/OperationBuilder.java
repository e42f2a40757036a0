/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.operation.Operation.Payload;
import io.camelproviders.core.operation.Operation.Result;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.operation.Parameter.Place;
import io.camelproviders.core.retry.RetrySafety;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row. {@code get(...)} begins a safe one that is also a polling consumer; every other method begins a producer
 * whose {@link RetrySafety} must be named.
 */
public final class OperationBuilder {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final String name;
    private final String method;
    private final String path;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<Role> roles = EnumSet.of(Role.PRODUCER);
    private String title = "";
    private Payload payload = Payload.NONE;
    private Result result = Result.NOTHING;
    private RetrySafety repeat = RetrySafety.UNSAFE;
    private boolean paged;
    private boolean streams;
    private @Nullable String deprecation;

    private OperationBuilder(String name, String method, String path) {
        this.name = name;
        this.method = method;
        this.path = path;
        PLACEHOLDER
                .matcher(path)
                .results()
                .forEach(match -> parameters.add(new Parameter(match.group(1), Place.PATH, String.class, true)));
    }

    /** A read: safe to repeat, producer and polling consumer. */
    public static OperationBuilder get(String name, String path) {
        OperationBuilder row = new OperationBuilder(name, "GET", path);
        row.repeat = RetrySafety.SAFE;
        row.roles.add(Role.POLLING_CONSUMER);
        return row;
    }

    /** Any other call: producer only, until said otherwise. */
    public static OperationBuilder row(String method, String name, String path) {
        return new OperationBuilder(name, method, path);
    }

    /** One sentence for the docs. */
    public OperationBuilder title(String sentence) {
        this.title = sentence;
        return this;
    }

    /** An optional query parameter. */
    public OperationBuilder query(String wireName, Class<?> type) {
        parameters.add(new Parameter(wireName, Place.QUERY, type, false));
        return this;
    }

    /** A JSON body described by a record; the named fields are required. */
    public OperationBuilder body(Class<?> model, String... required) {
        payload = new Payload(Payload.Kind.JSON, model, List.of(required));
        return this;
    }

    /** A JSON body that is left out when it has no fields. */
    public OperationBuilder optionalBody(Class<?> model) {
        payload = new Payload(Payload.Kind.EMPTY_OK, model, List.of());
        return this;
    }

    /** The body field that a text message body fills; required. */
    public OperationBuilder text(String wireName) {
        parameters.add(new Parameter(wireName, Place.TEXT, String.class, true));
        return this;
    }

    /** The body field that a text message body fills; the call works without it. */
    public OperationBuilder optionalText(String wireName) {
        parameters.add(new Parameter(wireName, Place.TEXT, String.class, false));
        return this;
    }

    /** A further body field with an option and a header of its own. */
    public OperationBuilder field(String wireName, Class<?> type) {
        parameters.add(new Parameter(wireName, Place.BODY, type, false));
        return this;
    }

    /** The answer is one record. */
    public OperationBuilder returns(Class<?> type) {
        return returns(type, "");
    }

    /** The answer is one record under a key of the envelope. */
    public OperationBuilder returns(Class<?> type, String key) {
        result = new Result(Result.Form.RECORD, type, key, "");
        return this;
    }

    /** The answer is a list of records. */
    public OperationBuilder list(Class<?> type) {
        return list(type, "");
    }

    /** The answer is a list of records under a key of the envelope. */
    public OperationBuilder list(Class<?> type, String key) {
        result = new Result(Result.Form.LIST, type, key, "");
        return this;
    }

    /** The response's shape is not specified. */
    public OperationBuilder raw() {
        return raw("");
    }

    /** The response's shape is not specified but for the field that holds its one obvious text. */
    public OperationBuilder raw(String textField) {
        result = new Result(Result.Form.RAW, Object.class, "", textField);
        return this;
    }

    /** How it may be repeated. */
    public OperationBuilder repeat(RetrySafety how) {
        this.repeat = how;
        return this;
    }

    /** The provider pages the answer. */
    public OperationBuilder paged() {
        this.paged = true;
        return this;
    }

    /** The answer can be streamed. */
    public OperationBuilder streams() {
        this.streams = true;
        return this;
    }

    /** Sets the roles, replacing the method's default ones. */
    public OperationBuilder roles(Role... only) {
        roles.clear();
        roles.addAll(List.of(only));
        return this;
    }

    /** Marks the row as one to leave. */
    public OperationBuilder deprecated(String why) {
        this.deprecation = why;
        return this;
    }

    /** The row. */
    public Operation build() {
        return new Operation(
                name, title, method, path, parameters, payload, result, repeat, paged, streams, roles, deprecation);
    }
}

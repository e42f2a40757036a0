/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Parameter.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds required values that a call lacks and names the places where they can be set. */
final class MissingValues {

    private final Operation operation;
    private final MessageBody body;
    private final String headerPrefix;

    MissingValues(Operation operation, MessageBody body, String headerPrefix) {
        this.operation = operation;
        this.body = body;
        this.headerPrefix = headerPrefix;
    }

    /** The failure for a parameter without a value. */
    InvalidRequestException parameter(Parameter parameter) {
        String name = parameter.optionName();
        List<String> places = new ArrayList<>(places(parameter));
        if (parameter.place() == Place.TEXT) {
            places.add("a text as message body");
            places.add("the field " + parameter.wireName() + " of an object as message body");
        } else {
            places.add("the field " + name + " of an object as message body");
        }
        return failure(name, places);
    }

    /**
     * Checks the fields of a request.
     *
     * @throws InvalidRequestException if a required one is missing, or if an update would change nothing because the
     *     message body is a response
     */
    void check(Map<String, Object> fields) {
        for (Parameter parameter : operation.parameters()) {
            boolean text = parameter.place() == Place.TEXT && parameter.required();
            Object value = text ? fields.get(parameter.wireName()) : "";
            if (value == null || (text && ParameterSources.blank(value))) {
                throw parameter(parameter);
            }
        }
        for (String field : operation.payload().required()) {
            if (fields.get(field) == null) {
                throw field(field);
            }
        }
        if (fields.isEmpty() && body.isResponse() && operation.method().equals("PATCH")) {
            throw new InvalidRequestException(ErrorDetails.of("there is nothing to update: the message body is "
                    + body.description()
                    + ", which is never read as request fields; set a Map or a request record as message body, or"
                    + " options or headers. Nothing was sent"));
        }
    }

    private InvalidRequestException field(String field) {
        List<String> places = new ArrayList<>();
        operation.parameters().stream()
                .filter(parameter -> parameter.wireName().equals(field))
                .findFirst()
                .ifPresent(parameter -> places.addAll(places(parameter)));
        if (!LogText.isSecretName(field)) {
            places.add("the endpoint option param." + field);
        }
        places.add("the field " + field + " of the message body (a Map, JSON or "
                + operation.payload().model().getSimpleName() + ")");
        return failure(LogText.oneLine(field, 80), places);
    }

    private List<String> places(Parameter parameter) {
        List<String> places = new ArrayList<>();
        places.add("the endpoint option " + parameter.optionName());
        places.add("the header " + headerPrefix + parameter.headerSuffix());
        if (ParameterSources.identifies(parameter)) {
            places.add("the component's default");
        }
        return places;
    }

    private InvalidRequestException failure(String name, List<String> places) {
        String why = body.isResponse()
                ? " (the message body is " + body.description() + ", which is never read as request fields)"
                : "";
        return new InvalidRequestException(ErrorDetails.of(
                name + " is missing" + why + "; set it in " + String.join(", ", places) + ". Nothing was sent"));
    }
}

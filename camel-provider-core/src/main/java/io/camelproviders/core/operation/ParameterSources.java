/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Parameter.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of each parameter outside the message body, and applies the rules of empty values: an empty URI option
 * pins a parameter to "not given", an empty header is no header, and an empty {@code user}, path id or required text is
 * refused in every place, because a property that was not set must never widen whose data is read.
 */
final class ParameterSources {

    /** Where a value comes from. */
    enum Source {
        URI("the endpoint URI"),
        HEADER("the header"),
        COMPONENT("the component");

        private final String words;

        Source(String words) {
            this.words = words;
        }
    }

    /**
     * A value outside the body.
     *
     * @param value null if the URI pins the parameter to "not given", or sets an explicit null
     * @param source where it comes from
     * @param pinned whether the parameter is not to be sent at all
     */
    record Given(@Nullable Object value, Source source, boolean pinned) {}

    private final CallInputs inputs;
    private final String headerPrefix;
    private final Map<String, Object> extras;

    ParameterSources(CallInputs inputs, String headerPrefix) {
        this.inputs = inputs;
        this.headerPrefix = headerPrefix;
        this.extras = new LinkedHashMap<>();
        inputs.extras().forEach((name, value) -> extras.put(ParamOptions.bare(name), value));
    }

    /** The {@code param.} options that no parameter has taken. */
    Map<String, Object> extras() {
        return extras;
    }

    /** The value of a parameter outside the body; null if only the body can have it. */
    @Nullable
    Given find(Parameter parameter) {
        Given uri = uri(parameter);
        if (uri != null) {
            return uri;
        }
        Object header = inputs.header(parameter.headerSuffix());
        if (header != null && blank(header) && strict(parameter)) {
            throw empty(parameter, "the header " + headerPrefix + parameter.headerSuffix(), "remove the header");
        }
        if (header != null && !isEmpty(header)) {
            return new Given(header, Source.HEADER, false);
        }
        Object component = identifies(parameter) ? inputs.fallback(parameter.optionName()) : null;
        if (component != null && blank(component)) {
            throw empty(parameter, "the component option " + parameter.optionName(), "remove the option");
        }
        return component == null ? null : new Given(component, Source.COMPONENT, false);
    }

    private @Nullable Given uri(Parameter parameter) {
        Object option = inputs.uri(parameter.optionName());
        if (option != null) {
            if (blank(option) && strict(parameter)) {
                throw empty(
                        parameter,
                        "the endpoint URI",
                        "to leave it out when a property is not set, write " + parameter.optionName()
                                + "={{?name-of-the-property}}");
            }
            return isEmpty(option) ? new Given(null, Source.URI, true) : new Given(option, Source.URI, false);
        }
        boolean inBody = parameter.place() == Place.BODY || parameter.place() == Place.TEXT;
        String name = extras.containsKey(parameter.wireName()) ? parameter.wireName() : parameter.optionName();
        if (!inBody || !extras.containsKey(name)) {
            return null;
        }
        Object value = ParamOptions.parse(extras.remove(name), parameter.type() == String.class, name);
        if (strict(parameter) && (value == null || blank(value))) {
            throw empty(parameter, "the endpoint option param." + name, "remove the option");
        }
        return new Given(value, Source.URI, false);
    }

    /** Whether the parameter identifies the user or the resource, which the message body must not override. */
    static boolean identifies(Parameter parameter) {
        return parameter.place() == Place.PATH || parameter.optionName().equals("user");
    }

    /**
     * Refuses a body that names another user or thing than the URI, header or component.
     *
     * @param fromBody value in the body; null names nothing
     */
    void requireSame(Parameter parameter, Given outer, @Nullable Object fromBody) {
        if (fromBody == null || text(parameter, outer.value()).equals(text(parameter, fromBody))) {
            return;
        }
        String name = parameter.optionName();
        String cure = outer.source() == Source.COMPONENT
                ? "set header " + headerPrefix + parameter.headerSuffix()
                : "remove it from the body, or from the URI or header";
        throw new InvalidRequestException(ErrorDetails.of("the message body has another " + name + " than "
                + outer.source().words + "; " + cure + ". Nothing was sent"));
    }

    private static boolean strict(Parameter parameter) {
        return identifies(parameter) || (parameter.place() == Place.TEXT && parameter.required());
    }

    private static String text(Parameter parameter, @Nullable Object value) {
        return value == null ? "" : ParameterValue.text(parameter, value);
    }

    private static boolean isEmpty(Object value) {
        return value instanceof CharSequence text && text.length() == 0;
    }

    static boolean blank(Object value) {
        return value instanceof CharSequence text && text.toString().isBlank();
    }

    private static InvalidRequestException empty(Parameter parameter, String place, String cure) {
        return new InvalidRequestException(
                ErrorDetails.of(parameter.optionName() + " is empty in " + place + "; " + cure + ". Nothing was sent"));
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

/**
 * One named value of an operation that options and headers can give.
 *
 * @param wireName name in the path template, the query or the body
 * @param place where it goes
 * @param type String, Integer, Boolean or Double
 * @param required whether the call fails without it
 */
public record Parameter(String wireName, Place place, Class<?> type, boolean required) {

    /** Where a value goes. {@code TEXT} is the one body field that a {@code String} message body fills. */
    public enum Place {
        PATH,
        QUERY,
        BODY,
        TEXT
    }

    /** The wire name in camelCase: the name of the endpoint option. */
    public String optionName() {
        return OperationNames.camel(wireName);
    }

    /** The option name with a capital, to stand behind {@code CamelBimpeai}: the header's name. */
    public String headerSuffix() {
        return OperationNames.pascal(wireName);
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.operation.Operation.Parameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Turns what an option, header or body field holds into what a parameter's type allows. Single scalars only. */
final class ParameterValue {

    /** Longest value of an id or a cursor, in characters. */
    static final int MAX_ID_LENGTH = 1_024;

    private static final int MAX_LENGTH = 8_192;
    private static final int MAX_DIGITS = 30;

    // A '+' in an endpoint URI is decoded to a blank; only a time zone can follow one there.
    private static final Pattern LOST_PLUS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T[0-9:.]{4,20}) (\\d{2}:?\\d{2})");

    private ParameterValue() {}

    /** The value as text for a path or a query. */
    static String text(Parameter parameter, Object value) {
        Object typed = typed(parameter, value);
        String text = typed instanceof BigDecimal number ? number.toPlainString() : String.valueOf(typed);
        boolean cursor = parameter.wireName().equals("after");
        if (text.length() > (cursor ? MAX_ID_LENGTH : MAX_LENGTH)) {
            throw fault(parameter, "is too long");
        }
        return cursor || parameter.wireName().contains("date")
                ? LOST_PLUS.matcher(text).replaceFirst("$1+$2")
                : text;
    }

    /** The value as it is written to a JSON body. */
    static Object typed(Parameter parameter, Object value) {
        if (parameter.type() == Boolean.class) {
            return bool(parameter, scalar(parameter, value));
        }
        if (parameter.type() == Integer.class) {
            BigDecimal number = number(parameter, scalar(parameter, value));
            if (number.stripTrailingZeros().scale() > 0) {
                throw fault(parameter, "must be a whole number");
            }
            return number.toBigInteger();
        }
        return parameter.type() == Double.class
                ? number(parameter, scalar(parameter, value))
                : scalar(parameter, value);
    }

    /** Whether a value is one that a text can be made of. */
    static boolean isScalar(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof UUID
                || value instanceof Date
                || value.getClass().getPackageName().equals("java.time");
    }

    /**
     * The text of a scalar. Decimals keep value and scale.
     *
     * @throws InvalidRequestException if it is NaN or infinite
     */
    @SuppressWarnings("JavaUtilDate") // Camel users put dates of java.util into bodies.
    static String print(Object scalar) {
        if (scalar instanceof Double || scalar instanceof Float) {
            double number = ((Number) scalar).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new InvalidRequestException(ErrorDetails.of("a number is NaN or infinite; nothing was sent"));
            }
        }
        // The dates of java.sql have no instant of their own.
        return scalar instanceof Date date
                ? Instant.ofEpochMilli(date.getTime()).toString()
                : scalar.toString();
    }

    private static String scalar(Parameter parameter, Object value) {
        if (!isScalar(value)) {
            throw fault(
                    parameter,
                    "must be a single text, number or boolean, not "
                            + value.getClass().getSimpleName());
        }
        return print(value);
    }

    private static Boolean bool(Parameter parameter, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            throw fault(parameter, "must be true or false");
        }
        return Boolean.valueOf(word);
    }

    private static BigDecimal number(Parameter parameter, String text) {
        String digits = text.strip();
        if (!digits.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?") || digits.length() > MAX_DIGITS) {
            throw fault(parameter, "must be a decimal number");
        }
        return new BigDecimal(digits);
    }

    private static InvalidRequestException fault(Parameter parameter, String why) {
        return new InvalidRequestException(
                ErrorDetails.of("parameter " + parameter.optionName() + " " + why + "; nothing was sent"));
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import java.io.IOException;

/**
 * Writes what every JSON parser can read: numbers without NaN and infinities, which Jackson would write as text, and
 * well-formed Unicode.
 */
final class JsonWriter extends JsonGeneratorDelegate {

    JsonWriter(JsonGenerator standard) {
        super(standard, false);
    }

    @Override
    public void writeNumber(double value) throws IOException {
        super.writeNumber(finite(value));
    }

    @Override
    public void writeNumber(float value) throws IOException {
        finite(value);
        super.writeNumber(value);
    }

    @Override
    public void writeArray(double[] array, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            finite(array[i]);
        }
        super.writeArray(array, offset, length);
    }

    private static double finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new InvalidRequestException(ErrorDetails.of(
                    "a number is NaN or infinite, which JSON cannot express; send null or a number. Nothing was sent"));
        }
        return value;
    }

    /** The text with U+FFFD for each surrogate that has no partner, so that the rest of it stays intact in UTF-8. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return repaired(text, i);
            }
        }
        return text;
    }

    private static String repaired(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            out.appendCodePoint(lone ? 0xFFFD : point);
            i += Character.charCount(point);
        }
        return out.toString();
    }
}

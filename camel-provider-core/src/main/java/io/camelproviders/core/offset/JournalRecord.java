/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log: a record separator (0x1E), the CRC32C of the rest in eight hexadecimal digits, a blank, tokens with
 * blanks between, a line feed. A token is printable ASCII, everything else and the backslash is written as
 * <code>&#92;</code>{@code XXXX}, so that neither mark can stand inside a record, whatever a provider sent.
 */
final class JournalRecord {

    static final byte START = 0x1E;
    static final byte END = '\n';
    /** Start mark, checksum, blank. */
    private static final int PREFIX = 10;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private JournalRecord() {}

    /** The record that sets all entries. */
    static byte[] entries(Map<String, String> entries) {
        StringBuilder text = new StringBuilder(entries.size() * 64);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            text.append(text.isEmpty() ? "" : " ");
            escape(entry.getKey(), text);
            text.append(' ');
            escape(entry.getValue(), text);
        }
        return record(text.toString());
    }

    /** The record of plain words. */
    static byte[] record(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        byte[] record = new byte[PREFIX + payload.length + 1];
        record[0] = START;
        int crc = crc(payload, 0, payload.length);
        for (int digit = 0; digit < 8; digit++) {
            record[1 + digit] = HEX[(crc >>> (28 - 4 * digit)) & 0xF];
        }
        record[PREFIX - 1] = ' ';
        System.arraycopy(payload, 0, record, PREFIX, payload.length);
        record[record.length - 1] = END;
        return record;
    }

    /** The text of a record; null if it is not whole. */
    static @Nullable String text(byte[] record) {
        if (record.length <= PREFIX
                || record[0] != START
                || record[PREFIX - 1] != ' '
                || record[record.length - 1] != END) {
            return null;
        }
        int crc = crc(record, PREFIX, record.length - 1 - PREFIX);
        for (int digit = 0; digit < 8; digit++) {
            if (record[1 + digit] != HEX[(crc >>> (28 - 4 * digit)) & 0xF]) {
                return null;
            }
        }
        return new String(record, PREFIX, record.length - 1 - PREFIX, StandardCharsets.US_ASCII);
    }

    /** The entries of a record's text; null if it has other contents. */
    static @Nullable Map<String, String> entries(String text) {
        String[] tokens = text.split(" ", -1);
        if (tokens.length % 2 != 0) {
            return null;
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < tokens.length; i += 2) {
            entries.put(unescape(tokens[i]), unescape(tokens[i + 1]));
        }
        return entries;
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > ' ' && c < 0x7F && c != '\\') {
                text.append(c);
                continue;
            }
            text.append('\\');
            for (int shift = 12; shift >= 0; shift -= 4) {
                text.append((char) HEX[(c >>> shift) & 0xF]);
            }
        }
    }

    private static String unescape(String token) {
        if (token.indexOf('\\') < 0) {
            return token;
        }
        StringBuilder value = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '\\') {
                value.append((char) Integer.parseInt(token, i + 1, i + 5, 16));
                i += 4;
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log from its beginning and tells a torn end from damage.
 *
 * <p>At most one record, the last one, is written without having been forced, so a crash can tear only that one. A damaged
 * record with a whole one behind it, a damaged head, or damage in the snapshot that the head tells of (it was forced before
 * it got its name) is no torn write and is refused.
 */
final class JournalReader {

    private static final String HEAD = "#camel-providers-offsets 1 ";

    private final Path path;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();

    private long snapshotEnd = -1;
    private long good;
    private long offset;
    private long damagedAt = -1;

    private JournalReader(Path path) {
        this.path = path;
    }

    /**
     * What a log holds.
     *
     * @param values last value of each key
     * @param length bytes up to the end of the last whole record
     * @param torn bytes behind it
     */
    record Contents(Map<String, String> values, long length, long torn) {}

    /** The head of a log whose snapshot, the record after the head, has that many bytes; 0 for none. */
    static byte[] head(int snapshotBytes) {
        return JournalRecord.record(HEAD + snapshotBytes);
    }

    /** Reads a file; throws {@link OffsetStoreException} if it is damaged or no log. */
    static Contents read(Path path) throws IOException {
        JournalReader reader = new JournalReader(path);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), 1 << 16)) {
            reader.records(in);
        }
        return reader.contents();
    }

    private void records(InputStream in) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == JournalRecord.START && record.size() > 0) {
                record();
            }
            record.write(b);
            offset++;
            if (b == JournalRecord.END) {
                record();
            }
        }
        if (record.size() > 0) {
            record();
        }
    }

    private void record() {
        byte[] bytes = record.toByteArray();
        record.reset();
        long begin = offset - bytes.length;
        String text = JournalRecord.text(bytes);
        if (begin == 0 && text != null) {
            head(text);
        } else if (begin == 0) {
            tornHead(bytes);
        } else {
            entries(begin, text == null ? null : JournalRecord.entries(text));
        }
    }

    private void head(String text) {
        if (!text.startsWith(HEAD)) {
            throw notALog();
        }
        good = offset;
        snapshotEnd = offset + Long.parseLong(text.substring(HEAD.length()));
    }

    /** A first record that breaks off was never followed by another one, else it is damage. */
    private void tornHead(byte[] bytes) {
        byte[] head = head(0);
        if (bytes.length >= head.length || !Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length)) {
            throw notALog();
        }
        damagedAt = 0;
    }

    private void entries(long begin, @Nullable Map<String, String> entries) {
        if (entries == null) {
            damagedAt = damagedAt < 0 ? begin : damagedAt;
            return;
        }
        if (damagedAt >= 0) {
            throw damaged();
        }
        values.putAll(entries);
        good = offset;
    }

    private Contents contents() {
        if (good < snapshotEnd) {
            damagedAt = good;
            throw damaged();
        }
        return new Contents(values, good, offset - good);
    }

    private OffsetStoreException notALog() {
        return new OffsetStoreException(
                path + " does not begin as a log of offsets does (damaged at offset 0, or another"
                        + " program's file); give another directory or restore the file from a backup");
    }

    private OffsetStoreException damaged() {
        return new OffsetStoreException(
                path + " is damaged at offset " + damagedAt
                        + ", before its last record; restore it from a backup, or move it away to begin without stored offsets");
    }
}

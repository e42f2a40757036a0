/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers repeated writes from memory: the same write under the same key gets the same response and has no second effect; another write
 * under the key is a conflict. Guarded by the store.
 *
 * <p>No source specifies these choices: keys never expire (the last 100,000 are kept), and refused writes are not remembered.
 */
final class Idempotency {

    private record Entry(String write, FakeResponse response) {}

    private static final int CAPACITY = 100_000;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long repeats;
    private @Nullable StoreFile file;

    /** Restores what the file has, and writes to it from now on. */
    void file(StoreFile next) {
        next.restore(this);
        file = next;
    }

    void restore(String key, String write, FakeResponse response) {
        keep(key, new Entry(write, response));
    }

    /** How many writes were answered from memory. */
    long repeats() {
        return repeats;
    }

    FakeResponse run(Request request, Supplier<FakeResponse> write) {
        String key = request.method().equals("GET")
                ? null
                : request.header("Idempotency-Key").orElse(null);
        if (key == null) {
            return write.get();
        }
        String asked = request.method() + " " + request.target() + "\n"
                + new String(request.body(), StandardCharsets.ISO_8859_1);
        @Nullable Entry known = entries.get(key);
        if (known == null) {
            FakeResponse response = write.get();
            keep(key, new Entry(asked, response));
            // A ticket does not outlive the process anyway.
            if (file != null && request.path().endsWith("/messages")) {
                file.append(key, asked, response);
            }
            return response;
        }
        if (!known.write().equals(asked)) {
            throw ServiceError.of(409, "conflict", "The idempotency key was used for another request");
        }
        repeats++;
        return known.response();
    }

    private void keep(String key, Entry entry) {
        if (entries.size() == CAPACITY) {
            Iterator<String> eldest = entries.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        entries.put(key, entry);
    }
}

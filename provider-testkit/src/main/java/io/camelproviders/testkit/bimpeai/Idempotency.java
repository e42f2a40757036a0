/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import io.camelproviders.testkit.Request;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What writes with a key answered: the same write gets the same answer and has no second effect; another write under the key is a conflict.
 * Chosen here, since no source specifies it: keys never expire (the last 100,000 are kept), refusals are not remembered. Guarded by the store.
 */
final class Idempotency {

    /** An answer in bytes. */
    record Kept(int status, byte[] body) {}

    private record Entry(String write, Kept answer) {}

    private static final int CAPACITY = 100_000;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long repeats;

    /** How many writes were answered from memory. */
    long repeats() {
        return repeats;
    }

    Kept run(Request request, Supplier<Kept> write) {
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
            Kept answer = write.get();
            keep(key, new Entry(asked, answer));
            return answer;
        }
        if (!known.write().equals(asked)) {
            throw ConsoleError.of(409, "conflict", "The idempotency key was used for another request");
        }
        repeats++;
        return known.answer();
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

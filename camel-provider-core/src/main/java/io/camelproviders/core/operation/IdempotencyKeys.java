/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Remembers the generated key of each logical call while its attempts fail, so that a redelivery of the exchange repeats
 * it, and forgets it on success, so that the same words sent again are a new call. Holds the 10,000 youngest. Thread-safe;
 * the lock guards the map alone.
 */
public final class IdempotencyKeys {

    private static final int MOST = 10_000;
    private static final UUID NAMESPACE = UUID.fromString("8d3f5b0a-5f0e-4c59-9c4e-3c1f2a7be6d1");

    private final Json json;
    private final Map<String, String> keys = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    public IdempotencyKeys(Json json) {
        this.json = json;
    }

    /**
     * The call under its key: the caller's own, else the one of its earlier attempts, else a new one.
     *
     * @param endpoint identity of the endpoint
     * @param exchangeId id of the exchange, the same over Camel's redeliveries
     */
    public OperationCall keyed(String endpoint, String exchangeId, OperationCall call) {
        return keyed(endpoint, exchangeId, call, () -> UUID.randomUUID().toString());
    }

    /**
     * As {@link #keyed(String, String, OperationCall)}, with a key of the caller's making.
     *
     * @param fresh asked only for the first attempt of a call
     */
    public OperationCall keyed(String endpoint, String exchangeId, OperationCall call, Supplier<String> fresh) {
        if (call.idempotencyKey() != null) {
            return call;
        }
        String entry = entry(endpoint, exchangeId, call);
        synchronized (keys) {
            return call.withIdempotencyKey(keys.computeIfAbsent(entry, absent -> fresh.get()));
        }
    }

    /** The call succeeded: its key is spent. */
    public void succeeded(String endpoint, String exchangeId, OperationCall call) {
        String entry = entry(endpoint, exchangeId, call);
        synchronized (keys) {
            keys.remove(entry);
        }
    }

    /** Keys held. */
    int size() {
        synchronized (keys) {
            return keys.size();
        }
    }

    /**
     * The key of a call that a message of our own consumer caused: the same after a redelivery, a retry and a crash. A
     * name-based UUID of version 5 (RFC 9562 section 5.5) over the four parts.
     *
     * @param messageId the provider's id of the message
     * @param routeId route that handles it
     * @param nodeId node of the route that sends
     * @param ordinal how many calls this node made for the message before, from 0
     */
    public static String derived(String messageId, String routeId, String nodeId, int ordinal) {
        return derived(List.of(messageId, routeId, nodeId, Integer.toString(ordinal)));
    }

    /** A name-based UUID of version 5 (RFC 9562 section 5.5) over the parts, each with its length. */
    public static String derived(List<String> parts) {
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        parts.forEach(part -> update(sha1, part));
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private String entry(String endpoint, String exchangeId, OperationCall call) {
        return endpoint + '\n' + exchangeId + '\n' + call.digest(json);
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Adds a part with its length, so that no two lists of parts look alike. */
    static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.offsets;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.resume.Deserializable;
import org.apache.camel.resume.ResumeAdapter;
import org.apache.camel.spi.annotations.JdkService;

/**
 * The resume adapter of all four components: takes what a strategy loads and keeps it until a stream asks. Not
 * {@code Cacheable}, so a strategy needs no cache.
 */
@JdkService("camel-provider-adapter-factory")
public final class StreamResumeAdapter implements ResumeAdapter, Deserializable {

    /** Name of the service file under which Camel finds this adapter. */
    public static final String SERVICE = "camel-provider-adapter-factory";

    private final Map<String, String> offsets = new ConcurrentHashMap<>();

    @Override
    public void resume() {
        // Each stream asks for its own offset when it starts.
    }

    @Override
    public boolean deserialize(ByteBuffer keyBuffer, ByteBuffer valueBuffer) {
        Object key = deserializeKey(keyBuffer);
        Object value = deserializeValue(valueBuffer);
        if (key instanceof String stream && value instanceof String offset) {
            offsets.put(stream, offset);
            return true;
        }
        return false;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(offsets.get(key));
    }

    void put(String key, String value) {
        offsets.put(key, value);
    }
}

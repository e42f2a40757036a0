/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Short names for items: what an item is and what is in it. Digests, so that their length is bounded and nothing of a
 * customer's stands in a store; the order of an object's fields does not count.
 */
final class ItemDigests {

    private static final int KEY_BYTES = 16;
    private static final int CONTENTS_BYTES = 9;

    private final Json json = Json.standard();
    private final String itemKey;

    ItemDigests(String itemKey) {
        this.itemKey = itemKey;
    }

    /** The item's own key as text; null if it has none. Dots lead into inner objects. */
    @Nullable
    String key(Object item) {
        JsonNode node = json.tree(item);
        for (String name : itemKey.split("\\.", -1)) {
            node = node.path(name);
        }
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    /** Digest of the key, or of the contents of an item without one. */
    String identity(Object item) {
        String key = key(item);
        return key == null ? digest('h' + canonicalText(item), KEY_BYTES) : digest('k' + key, KEY_BYTES);
    }

    /** Digest of everything in the item. */
    String contents(Object item) {
        return digest(canonicalText(item), CONTENTS_BYTES);
    }

    private String canonicalText(Object item) {
        return json.text(canonical(json.convert(item, Object.class)));
    }

    private static @Nullable Object canonical(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, value) -> sorted.put(String.valueOf(name), canonical(value)));
            return sorted;
        }
        if (plain instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(value -> items.add(canonical(value)));
            return items;
        }
        return plain;
    }

    private static String digest(String text, int bytes) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The standard's rules, written as slowly and plainly as they stand there; works on the whole text only. */
final class ReferenceSseDecoder {

    private final List<String> events = new ArrayList<>();
    private String data = "";
    private String type = "";
    private @Nullable String id;
    private boolean ownId;

    static List<String> events(byte[] bytes) {
        ReferenceSseDecoder reference = new ReferenceSseDecoder();
        String stream = new String(bytes, StandardCharsets.UTF_8);
        if (stream.startsWith("\uFEFF")) {
            stream = stream.substring(1);
        }
        String[] lines = stream.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            reference.line(lines[i]);
        }
        return reference.events;
    }

    private void line(String line) {
        if (line.isEmpty()) {
            dispatch();
            return;
        }
        int colon = line.indexOf(':');
        if (colon == 0) {
            return;
        }
        String name = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        if (name.equals("event")) {
            type = value;
        } else if (name.equals("data")) {
            data = data + value + "\n";
        } else if (name.equals("id") && value.indexOf('\0') < 0) {
            id = value;
            ownId = true;
        }
    }

    private void dispatch() {
        if (!data.isEmpty()) {
            String own = ownId ? "!" : "";
            String name = type.isEmpty() ? "message" : type;
            events.add(name + "|" + data.substring(0, data.length() - 1) + "|" + id + own);
        }
        data = "";
        type = "";
        ownId = false;
    }
}

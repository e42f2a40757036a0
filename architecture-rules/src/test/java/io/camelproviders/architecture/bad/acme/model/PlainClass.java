/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.acme.model;

import com.fasterxml.jackson.databind.JsonNode;

final class PlainClass {

    private final JsonNode node;

    PlainClass(JsonNode node) {
        this.node = node;
    }

    JsonNode node() {
        return node;
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.OperationRequest;
import java.util.function.BiConsumer;

/**
 * Reads request bodies.
 *
 * @param violations gets the fields that the service does not know, or no longer, and would not notice
 */
record Bodies(BiConsumer<OperationRequest, String> violations) {

    ObjectNode read(OperationRequest request, BodyRules rules) {
        ObjectNode body = rules.read(request.request());
        rules.unknown(body).forEach(field -> violations.accept(request, "the body has an unknown field " + field));
        return body;
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences.badprovider;

import com.fasterxml.jackson.databind.JsonNode;

/** A root that knows JSON. */
record BadEndpoint(JsonNode node) {}

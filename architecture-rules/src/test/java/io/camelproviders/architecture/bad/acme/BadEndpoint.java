/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.acme;

import com.fasterxml.jackson.databind.JsonNode;

/** A root package that uses Jackson. */
record BadEndpoint(JsonNode node) {}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences.bad.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.StandIn;

record ConfiguresJackson(StandIn camel) {

    static ObjectMapper mapper() {
        return new ObjectMapper();
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.common.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;

record ConfiguresJackson(CamelContext camel) {

    static ObjectMapper mapper() {
        return new ObjectMapper();
    }
}

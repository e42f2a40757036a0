/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.core.operation.OperationTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What tools read about a component. */
public final class CatalogContract {

    private CatalogContract() {}

    /** The operation in the path is an enum of the table's names, so that tools can suggest them; calls are asynchronous. */
    public static void checkOperations(OperationTable operations, String scheme) throws IOException {
        String resource = "/META-INF/io/camelproviders/" + scheme + '/' + scheme + ".json";
        try (InputStream json = CatalogContract.class.getResourceAsStream(resource)) {
            JsonNode catalog = new ObjectMapper().readTree(json);
            List<String> listed = new ArrayList<>();
            catalog.path("properties").path("operation").path("enum").forEach(name -> listed.add(name.asText()));
            assertThat(listed).containsExactlyInAnyOrderElementsOf(operations.names());
            assertThat(catalog.path("component").path("async").asBoolean()).isTrue();
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.support.contract.OperationPairs;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class OperationPairsTest {

    private static Object envelope(Operation operation, Map<String, Object> evil) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("message", "ok");
        envelope.put("data", OperationPairs.payload(operation, evil));
        return envelope;
    }

    @Test
    void noResponseBecomesARequestExceptItsText() throws Exception {
        try (OperationPairs pairs =
                        new OperationPairs("bimpeai", BimpeaiOperations.TABLE, OperationPairsTest::envelope);
                DefaultCamelContext context = new DefaultCamelContext()) {
            BimpeaiComponent component = new BimpeaiComponent();
            component.getConfiguration().setBaseUrl(pairs.url());
            component.getConfiguration().setApiKey("sk_pairs");
            context.addComponent("bimpeai", component);
            context.start();

            int sent = pairs.run(context);

            assertThat(sent).isGreaterThan(500);
        }
    }
}

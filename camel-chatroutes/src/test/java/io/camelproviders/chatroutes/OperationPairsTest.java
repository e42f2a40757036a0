/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.operation.ChatroutesOperations;
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
        Object payload = OperationPairs.payload(operation, evil);
        String key = operation.result().key();
        envelope.put("success", true);
        envelope.put("data", key.isEmpty() ? payload : Map.of(key, payload));
        return envelope;
    }

    @Test
    void noResponseBecomesARequestExceptItsText() throws Exception {
        try (OperationPairs pairs =
                        new OperationPairs("chatroutes", ChatroutesOperations.TABLE, OperationPairsTest::envelope);
                DefaultCamelContext context = new DefaultCamelContext()) {
            ChatroutesComponent component = new ChatroutesComponent();
            component.getConfiguration().setBaseUrl(pairs.url());
            component.getConfiguration().setApiKey("sk_pairs");
            context.addComponent("chatroutes", component);
            context.start();

            int sent = pairs.run(context);

            assertThat(sent).isGreaterThan(100);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.igpt.operation.IgptOperations;
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
        envelope.putAll(evil);
        envelope.put("output", "EVIL-output");
        return envelope;
    }

    @Test
    void noResponseBecomesARequestExceptItsText() throws Exception {
        try (OperationPairs pairs = new OperationPairs("igpt", IgptOperations.TABLE, OperationPairsTest::envelope);
                DefaultCamelContext context = new DefaultCamelContext()) {
            IgptComponent component = new IgptComponent();
            component.getConfiguration().setBaseUrl(pairs.url());
            component.getConfiguration().setApiKey("sk_pairs");
            component.getConfiguration().setUser("fixed");
            context.addComponent("igpt", component);
            context.start();

            int sent = pairs.run(context);

            assertThat(sent).isGreaterThan(20);
        }
    }
}

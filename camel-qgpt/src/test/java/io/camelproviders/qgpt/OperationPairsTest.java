/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.qgpt.operation.QgptOperations;
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
        return envelope;
    }

    @Test
    void noResponseBecomesARequestExceptItsText() throws Exception {
        try (OperationPairs pairs = new OperationPairs("qgpt", QgptOperations.TABLE, OperationPairsTest::envelope);
                DefaultCamelContext context = new DefaultCamelContext()) {
            QgptComponent component = new QgptComponent();
            component.getConfiguration().setBaseUrl(pairs.url());
            component.getConfiguration().setConnectTimeout(5_000);
            context.addComponent("qgpt", component);
            context.start();

            int sent = pairs.run(context);

            assertThat(sent).isGreaterThan(10);
        }
    }
}

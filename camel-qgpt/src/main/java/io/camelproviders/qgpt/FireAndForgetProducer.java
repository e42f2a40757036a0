/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Asks and does not wait: the exchange goes on at once, and the answer goes to a consumer of {@code qgpt:stream}. The
 * message keeps its body; a question that cannot be bound fails here, whatever fails later is told to the consumer.
 */
final class FireAndForgetProducer extends DefaultProducer {

    private final QgptEndpoint endpoint;

    FireAndForgetProducer(QgptEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        String request =
                endpoint.link().socket().tell(endpoint.question(exchange)).request();
        exchange.getMessage().setHeader(QgptConstants.RESPONSE_REQUEST, request);
    }
}

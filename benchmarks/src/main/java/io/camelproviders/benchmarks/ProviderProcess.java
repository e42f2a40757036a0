/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import java.io.IOException;
import java.util.List;

/** A {@link Provider} in a process of its own, and what it said when it was ready. */
final class ProviderProcess implements AutoCloseable {

    private final ChildJvm process;
    private final List<String> address;

    ProviderProcess(int conversations, int heartbeatSeconds) throws IOException {
        process = new ChildJvm(Provider.class, Integer.toString(conversations), Integer.toString(heartbeatSeconds));
        address = process.told();
    }

    String baseUrl() {
        return address.get(0);
    }

    String apiKey() {
        return address.get(1);
    }

    String agentId() {
        return address.get(2);
    }

    void order(String order) throws IOException {
        process.order(order);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}

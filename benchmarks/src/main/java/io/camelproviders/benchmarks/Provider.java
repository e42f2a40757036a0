/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The fake provider as the other process of a measurement: so its threads and memory are not counted with Camel's. It takes orders on its standard
 * input, one a line, and ends when that ends.
 */
final class Provider {

    /** Every customer writes one message. */
    static final String SPEAK = "speak";

    private Provider() {}

    /** Arguments: number of conversations, seconds between two heartbeats of a stream. */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        Duration heartbeat = Duration.ofSeconds(Long.parseLong(args[1]));
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start()) {
            fake.heartbeatEvery(heartbeat);
            String agent = fake.addAgent();
            List<String> conversations = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                conversations.add(fake.addConversation(agent));
            }
            System.out.println(fake.baseUrl() + " " + fake.apiKey() + " " + agent);
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.equals(SPEAK)) {
                    conversations.forEach(id -> fake.customerSays(id, "hello"));
                }
            }
        }
    }
}

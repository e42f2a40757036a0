/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import java.util.concurrent.CountDownLatch;

/** Runs a fake iGPT until the process is ended. The one argument is the port; 8081 without it. */
public final class FakeIgptMain {

    private static final int PORT = 8081;

    private FakeIgptMain() {}

    public static void main(String[] args) throws InterruptedException {
        try (FakeIgptServer server = FakeIgptServer.start(args.length > 0 ? Integer.parseInt(args[0]) : PORT)) {
            System.out.println("Fake iGPT at " + server.baseUrl() + ", key " + FakeIgptServer.API_KEY);
            new CountDownLatch(1).await();
        }
    }
}

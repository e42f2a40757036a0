/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiMain;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runs all four fake servers until the process is ended, and prints how to use them.
 *
 * <p>The ports are 8081 (iGPT), 8082 (BimpeAI), 8083 (ChatRoutes) and 39300 (QGPT). The only argument, {@code --free-ports}, takes free
 * ones instead.
 */
public final class FakeProvidersMain {

    private FakeProvidersMain() {}

    /** Starts the servers. */
    public static void main(String[] args) throws InterruptedException {
        boolean free = List.of(args).contains("--free-ports");
        FakeBimpeaiServer bimpeai = FakeBimpeaiServer.start(free ? 0 : 8082);
        FakeBimpeaiMain.addConversations(bimpeai, 3, 5);
        run(
                FakeIgptServer.start(free ? 0 : 8081),
                bimpeai,
                FakeChatroutesServer.start(free ? 0 : 8083),
                FakeQgptServer.start(free ? 0 : 39_300));
    }

    /** The port that is the first argument of a program, this one without it. */
    public static int port(String[] args, int byDefault) {
        return args.length == 0 ? byDefault : Integer.parseInt(args[0]);
    }

    /** Prints where the servers are and waits until the process is ended. */
    public static void run(FakeServer... servers) throws InterruptedException {
        for (FakeServer server : servers) {
            System.out.println(server);
            new TreeMap<>(server.componentProperties())
                    .forEach((name, value) -> System.out.println("  " + name + " = " + value));
        }
        System.out.println("State is in memory. End with Ctrl+C.");
        new CountDownLatch(1).await();
    }
}

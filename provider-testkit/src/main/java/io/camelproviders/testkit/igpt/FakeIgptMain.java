/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import io.camelproviders.testkit.FakeProvidersMain;

/** Runs a fake iGPT until the process is ended. The only argument is the port; 8081 without it. */
public final class FakeIgptMain {

    private FakeIgptMain() {}

    /** Starts the server. */
    public static void main(String[] args) throws InterruptedException {
        FakeProvidersMain.run(FakeIgptServer.start(FakeProvidersMain.port(args, 8081)));
    }
}

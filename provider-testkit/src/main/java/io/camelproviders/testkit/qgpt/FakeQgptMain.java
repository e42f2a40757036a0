/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import io.camelproviders.testkit.FakeProvidersMain;

/** Runs a fake Pieces OS until the process is ended. The only argument is the port; 39300 without it. */
public final class FakeQgptMain {

    private FakeQgptMain() {}

    /** Starts the server. */
    public static void main(String[] args) throws InterruptedException {
        FakeProvidersMain.run(FakeQgptServer.start(FakeProvidersMain.port(args, 39_300)));
    }
}

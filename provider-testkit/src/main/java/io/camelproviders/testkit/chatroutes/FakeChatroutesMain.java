/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.FakeProvidersMain;

/** Runs a fake ChatRoutes until the process is ended. The only argument is the port; 8083 without it. */
public final class FakeChatroutesMain {

    private FakeChatroutesMain() {}

    /** Starts the server. */
    public static void main(String[] args) throws InterruptedException {
        FakeProvidersMain.run(FakeChatroutesServer.start(FakeProvidersMain.port(args, 8083)));
    }
}

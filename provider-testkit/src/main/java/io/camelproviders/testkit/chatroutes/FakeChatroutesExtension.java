/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.FakeServerExtension;

/** Runs a {@link FakeChatroutesServer} for JUnit tests. */
public final class FakeChatroutesExtension extends FakeServerExtension<FakeChatroutesServer> {

    /** Servers on free ports. */
    public FakeChatroutesExtension() {
        this(0);
    }

    /** Servers on this port. */
    public FakeChatroutesExtension(int port) {
        super(FakeChatroutesServer.class, FakeChatroutesServer::start, port);
    }
}

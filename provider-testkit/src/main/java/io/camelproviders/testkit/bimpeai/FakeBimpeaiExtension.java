/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import io.camelproviders.testkit.FakeServerExtension;

/** Runs a {@link FakeBimpeaiServer} for JUnit tests. */
public final class FakeBimpeaiExtension extends FakeServerExtension<FakeBimpeaiServer> {

    /** Servers on free ports. */
    public FakeBimpeaiExtension() {
        this(0);
    }

    /** Servers on this port. */
    public FakeBimpeaiExtension(int port) {
        super(FakeBimpeaiServer.class, FakeBimpeaiServer::start, port);
    }
}

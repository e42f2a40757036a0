/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import io.camelproviders.testkit.FakeServerExtension;

/** Runs a {@link FakeQgptServer} for JUnit tests. */
public final class FakeQgptExtension extends FakeServerExtension<FakeQgptServer> {

    /** Servers on free ports. */
    public FakeQgptExtension() {
        this(0);
    }

    /** Servers on this port. */
    public FakeQgptExtension(int port) {
        super(FakeQgptServer.class, FakeQgptServer::start, port);
    }
}

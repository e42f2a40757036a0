/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.common.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

final class DoesItAll {

    private DoesItAll() {}

    static Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), 1);
    }

    static long printTime() {
        System.out.println("now");
        return System.currentTimeMillis();
    }

    static Thread thread() {
        return new Thread(() -> {});
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Types that represent a network connection. */
final class SocketTypes extends DescribedPredicate<JavaClass> {

    private static final Set<String> NAMES = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.AsynchronousSocketChannel");

    SocketTypes() {
        super("open sockets");
    }

    @Override
    public boolean test(JavaClass type) {
        return NAMES.contains(type.getName())
                || type.getPackageName().startsWith("java.net.http")
                || type.getPackageName().startsWith("org.apache.hc");
    }
}

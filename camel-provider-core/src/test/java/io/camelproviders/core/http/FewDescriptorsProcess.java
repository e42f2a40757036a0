/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.error.ProviderException;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A process whose idle connections hold the last file descriptors; opens a stream all the same. */
final class FewDescriptorsProcess {

    private FewDescriptorsProcess() {}

    public static void main(String[] args) throws Exception {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        AsyncHttpTransport transport = new AsyncHttpTransport(
                HttpSettings.builder().build(),
                task -> {
                    Thread thread = new Thread(task, "camel-provider-io");
                    thread.setDaemon(true);
                    return thread;
                },
                new ExecutorScheduler(timer));
        URI uri = URI.create("http://127.0.0.1:" + args[0]);
        RecordingListener warmUp = new RecordingListener();
        transport.open(TransportTest.stream(uri.resolve("/stream")), warmUp);
        warmUp.opened.get();
        List<CompletableFuture<HttpResponse>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(transport.call(TransportTest.get(uri.resolve("/call"))));
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get();
        System.out.println("idle connections " + transport.stats().available());
        List<FileInputStream> hogs = hogs();
        open(transport, uri.resolve("/stream"));
        for (FileInputStream hog : hogs) {
            hog.close();
        }
        System.exit(0);
    }

    private static List<FileInputStream> hogs() {
        List<FileInputStream> hogs = new ArrayList<>();
        try {
            while (true) {
                hogs.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException exhausted) {
            return hogs;
        }
    }

    private static void open(AsyncHttpTransport transport, URI uri) throws Exception {
        for (int attempt = 0; attempt < 10; attempt++) {
            RecordingListener listener = new RecordingListener();
            transport.open(TransportTest.stream(uri), listener);
            Object first =
                    CompletableFuture.anyOf(listener.opened, listener.end).get();
            if (first instanceof ProviderException failure) {
                System.out.println("failed: " + failure.getMessage());
            } else {
                System.out.println("opened");
                return;
            }
        }
    }
}

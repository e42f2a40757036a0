/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Java process of its own, with a small heap, whose route takes one long answer of a fake in the test's process. */
final class AnswerProcess {

    private static final String CHUNK = "direct:chunk";

    private AnswerProcess() {}

    /** Runs it to its end, at most two minutes, and tells what it printed. */
    static String run(Path directory, String heap, String url, String mode) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnswerProcess.class.getName(),
                        url,
                        mode)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                return "not ended in time: " + Files.readString(output);
            }
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }

    // ---- In the other process ----

    public static void main(String[] arguments) throws Exception {
        String options = "baseUrl=" + arguments[0];
        Pieces pieces = new Pieces(new AtomicInteger(), new AtomicInteger(), new AtomicLong());
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:aggregate").to("qgpt:stream?" + options);
                    from("direct:streamTo").to("qgpt:stream?streamTo=" + CHUNK + "&" + options);
                    from(CHUNK).process(pieces::take);
                    from("direct:iterator")
                            .to("qgpt:stream?streamMode=iterator&" + options)
                            .split(body())
                            .streaming()
                            .process(pieces::take)
                            .end()
                            .setBody(constant(""));
                }
            });
            context.start();
            Exchange done = context.createFluentProducerTemplate()
                    .to("direct:" + arguments[1])
                    .withBody("Count!")
                    .request(Exchange.class);
            if (done.getException() != null) {
                throw done.getException();
            }
            System.out.println("text " + summary(done.getMessage().getBody(String.class)));
            System.out.println(
                    "pieces " + pieces.taken() + " misplaced " + pieces.misplaced() + " characters " + pieces.length());
        }
    }

    /** Length and digest of a text. */
    static String summary(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return text.length() + " " + HexFormat.of().formatHex(hash);
    }

    /** What a mode must print. */
    static List<String> expected(String mode, QgptAnswer answer) throws Exception {
        String text = answer.text();
        boolean whole = !mode.equals("iterator");
        boolean pieces = !mode.equals("aggregate");
        return List.of(
                "text " + summary(whole ? text : ""),
                "pieces " + (pieces ? answer.pieces() : 0) + " misplaced 0 characters " + (pieces ? text.length() : 0));
    }

    /** Counts the pieces of {@link QgptAnswer#numbers} and those out of their order. */
    private record Pieces(AtomicInteger taken, AtomicInteger misplaced, AtomicLong length) {

        void take(Exchange exchange) {
            QgptEvent event = exchange.getMessage().getBody(QgptEvent.class);
            if (!(event instanceof QgptEvent.Text)) {
                return;
            }
            int number = taken.getAndIncrement();
            length.addAndGet(event.text().length());
            if (!event.text().equals(number + ";")) {
                misplaced.incrementAndGet();
            }
        }
    }
}

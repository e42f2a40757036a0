/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Runs the application on a fake BimpeAI provider inside the process: three customers write, and one connection drops meanwhile. */
final class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private static final List<String> QUESTIONS =
            List.of("Where is my order?", "Are you open on Sunday?", "The blue one is broken.");

    private static final int PATIENCE_SECONDS = 60;

    private Demonstration() {}

    /** Returns the exit status: 0 if all customers were answered, else 1. */
    static int run(SpringApplication application, String... args) throws Exception {
        try (FakeBimpeaiServer provider = FakeBimpeaiServer.start()) {
            String agent = provider.addAgent();
            List<String> customers = List.of(
                    provider.addConversation(agent), provider.addConversation(agent), provider.addConversation(agent));
            application.addInitializers(context -> {
                LOG.info("No BIMPEAI_API_KEY is set: a fake BimpeAI provider runs at {}", provider.baseUrl());
                context.getEnvironment().getPropertySources().addFirst(properties(provider, agent));
            });
            try (ConfigurableApplicationContext running = application.run(args)) {
                boolean answered = write(provider, customers, running.getBean(CamelContext.class));
                show(running);
                LOG.info(answered ? "All customers are answered." : "Some customers are not answered.");
                return answered ? 0 : 1;
            }
        }
    }

    private static MapPropertySource properties(FakeBimpeaiServer provider, String agent) {
        try {
            return new MapPropertySource(
                    "demonstration",
                    Map.of(
                            "BIMPEAI_API_KEY", provider.apiKey(),
                            "BIMPEAI_AGENT_ID", agent,
                            "camel.component.bimpeai.base-url", provider.baseUrl(),
                            // Also what is written before the first stream is open.
                            "camel.component.bimpeai.after", Instant.now().toString(),
                            // The fake forgets its messages when it stops, so offsets are of no use to the next run.
                            "camel.component.bimpeai.offset-directory",
                                    Files.createTempDirectory("offsets").toString(),
                            "server.port", "0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody asks the same question, and the next one when all are answered. */
    private static boolean write(FakeBimpeaiServer provider, List<String> customers, CamelContext camel) {
        provider.faults().in(customers.get(0)).once(Fault.dropAfter(1));
        boolean answered = true;
        for (String question : QUESTIONS) {
            NotifyBuilder all = new NotifyBuilder(camel)
                    .fromRoute(AnswerCustomersRoute.ID)
                    .whenCompleted(customers.size())
                    .create();
            customers.forEach(customer -> provider.customerSays(customer, question));
            answered &= all.matches(PATIENCE_SECONDS, TimeUnit.SECONDS);
            all.destroy();
        }
        return answered;
    }

    private static void show(ConfigurableApplicationContext running) throws IOException, InterruptedException {
        String base = "http://localhost:" + running.getEnvironment().getProperty("local.server.port") + "/actuator/";
        JsonNode camel = new ObjectMapper().readTree(get(base + "health")).at("/components/camelHealth/details");
        String consumer = "consumer:" + AnswerCustomersRoute.ID;
        LOG.info("{}health: {} is {}, {}", base, consumer, camel.path(consumer), camel.path(consumer + ".data"));
        String meters = get(base + "prometheus")
                .lines()
                .filter(line -> line.startsWith("camel_provider_"))
                .collect(Collectors.joining(System.lineSeparator()));
        LOG.info("{}prometheus:{}{}", base, System.lineSeparator(), meters);
    }

    private static String get(String uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.builder.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.bimpeai.BimpeaiComponent;
import io.camelproviders.igpt.IgptComponent;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Java snippets of docs/endpoint-dsl.md that use the Endpoint DSL compile and run as they stand. */
@Timeout(120)
class DocsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```java\\n(.*?^public class (\\w+Routes) .*?)^```$");

    @TempDir
    Path directory;

    @Test
    void theSnippetsRun() throws Exception {
        try (FakeBimpeaiServer bimpeai = FakeBimpeaiServer.start();
                FakeIgptServer igpt = FakeIgptServer.start();
                URLClassLoader classes = compile()) {
            String agent = bimpeai.addAgent();
            String conversation = bimpeai.addConversation(agent);
            DefaultCamelContext context = context(bimpeai, igpt, agent);
            context.addRoutes(routes(classes, "SupportRoutes"));
            context.addRoutes(routes(classes, "SearchRoutes"));
            context.start();
            await().atMost(SOON).until(() -> bimpeai.openStreams(conversation) == 1);

            bimpeai.customerSays(conversation, "Where is my order?");
            await().atMost(SOON)
                    .until(() -> bimpeai.replies(conversation).equals(List.of("You asked: Where is my order?")));
            context.createProducerTemplate().requestBody("direct:search", (Object) null);

            assertThat(igpt.journal().all())
                    .anyMatch(request -> request.json().path("query").asText().equals("salt & pepper"));
            context.stop();
        }
    }

    private URLClassLoader compile() throws Exception {
        List<MatchResult> snippets = SNIPPET.matcher(Files.readString(Path.of("../../docs/endpoint-dsl.md")))
                .results()
                .toList();
        for (MatchResult snippet : snippets) {
            Path source = Files.writeString(directory.resolve(snippet.group(2) + ".java"), snippet.group(1));
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-classpath",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            "-d",
                            directory.toString(),
                            source.toString());
            assertThat(result).as(snippet.group(2)).isZero();
        }
        return new URLClassLoader(new URL[] {directory.toUri().toURL()});
    }

    private static RoutesBuilder routes(ClassLoader classes, String name) throws Exception {
        return (RoutesBuilder) classes.loadClass(name).getDeclaredConstructor().newInstance();
    }

    private static DefaultCamelContext context(FakeBimpeaiServer bimpeai, FakeIgptServer igpt, String agent) {
        BimpeaiComponent messages = new BimpeaiComponent();
        messages.getConfiguration().setBaseUrl(bimpeai.baseUrl());
        messages.getConfiguration().setApiKey(bimpeai.apiKey());
        messages.getConfiguration().setAgentId(agent);
        IgptComponent answers = new IgptComponent();
        answers.getConfiguration().setBaseUrl(igpt.baseUrl());
        answers.getConfiguration().setApiKey(FakeIgptServer.API_KEY);
        answers.getConfiguration().setUser("u-1");
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent("bimpeai", messages);
        context.addComponent("igpt", answers);
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }
}

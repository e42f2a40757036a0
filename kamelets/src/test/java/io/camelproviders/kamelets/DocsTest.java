/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The snippets of docs/kamelets.md run as they stand. */
@Timeout(120)
class DocsTest {

    private static final Path PAGE = Path.of("../docs/kamelets.md");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    @Test
    void theQuickStartAnswersACustomer() throws Exception {
        try (FakeBimpeaiServer bimpeai = FakeBimpeaiServer.start();
                FakeIgptServer igpt = FakeIgptServer.start()) {
            String agent = bimpeai.addAgent();
            String conversation = bimpeai.addConversation(agent);
            Map<String, String> properties = Map.of(
                    "camel.kamelet.bimpeai-messages-source.baseUrl", bimpeai.baseUrl(),
                    "camel.kamelet.bimpeai-messages-source.apiKey", bimpeai.apiKey(),
                    "camel.kamelet.bimpeai-messages-source.agentId", agent,
                    "camel.kamelet.bimpeai-send-sink.baseUrl", bimpeai.baseUrl(),
                    "camel.kamelet.bimpeai-send-sink.apiKey", bimpeai.apiKey(),
                    "camel.kamelet.igpt-ask-action.baseUrl", igpt.baseUrl(),
                    "camel.kamelet.igpt-ask-action.apiKey", FakeIgptServer.API_KEY,
                    "camel.kamelet.igpt-ask-action.user", "u-1");
            try (YamlRoutes ignored = YamlRoutes.startText(snippet(0), properties)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> bimpeai.openStreams(conversation) == 1);

                bimpeai.customerSays(conversation, "Where is my order?");

                await().atMost(Duration.ofSeconds(60))
                        .until(() -> bimpeai.replies(conversation).equals(List.of("You asked: Where is my order?")));
            }
        }
    }

    @Test
    void theStreamingRouteStarts() throws Exception {
        try (YamlRoutes routes =
                YamlRoutes.startText(snippet(1), Map.of("camel.kamelet.chatroutes-stream-action.apiKey", "cr_any"))) {

            assertThat(routes.running()).contains("ask-and-stream", "show-chunks");
        }
    }

    @Test
    void theTableListsEveryKamelet() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(KameletFilesTest.files()).extracting(KameletFilesTest::name).allSatisfy(name -> assertThat(page)
                .contains("| `" + name + "` |"));
    }

    private static String snippet(int number) throws IOException {
        return SNIPPET.matcher(Files.readString(PAGE))
                .results()
                .toList()
                .get(number)
                .group(1);
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/agent-tools.md says works as it stands, and is complete. */
@Timeout(120)
class DocsTest {

    private static final Path PAGE = Path.of("../docs/agent-tools.md");

    @Test
    void theQuickStartOffersAllReadsAndOneWrite(@TempDir Path directory) throws Exception {
        Path tools = Files.writeString(directory.resolve("tools.yaml"), snippet("yaml"));
        String properties = snippet("properties")
                .replace("classpath:tools.yaml", "file:" + tools)
                .replace("{{env:BIMPEAI_API_KEY}}", "sk_any");
        AiToolStub stub = new AiToolStub();
        Main main = new Main();
        main.bind("ai-tool", stub);
        main.setOverrideProperties(parse(properties));
        main.start();
        try {
            assertThat(stub.tools())
                    .containsKeys("bimpeai_messages_list", "bimpeai_agents_retrieve", "reply_to_customer");
            assertThat(stub.tools()).doesNotContainKey("bimpeai_messages_send");
            assertThat(stub.tools().get("reply_to_customer").option("tags")).isEqualTo("support");
        } finally {
            main.stop();
        }
    }

    @Test
    void everyExcludedOperationIsListed() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Provider.ALL)
                .flatExtracting(provider -> provider.excluded().keySet())
                .allSatisfy(operation -> assertThat(page).contains(operation + "`"));
    }

    @Test
    void everyFileIsListed() throws IOException {
        String page = Files.readString(PAGE);

        for (String kind : List.of("read", "read-all", "paid", "write")) {
            assertThat(page).contains("`<scheme>-" + kind + ".yaml`");
        }
    }

    private static Properties parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    /** The first snippet of a language. */
    private static String snippet(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}

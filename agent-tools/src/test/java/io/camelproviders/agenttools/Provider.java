/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.chatroutes.operation.ChatroutesOperations;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.igpt.operation.IgptOperations;
import io.camelproviders.qgpt.operation.QgptOperations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A component as the generator sees it.
 *
 * @param scheme its scheme
 * @param operations its operation table
 * @param pins parameters that decide whose data is meant: set by the application, never by the model
 * @param keyed whether the provider knows idempotency keys
 * @param excluded operations that are no tools, each with the reason
 */
record Provider(
        String scheme,
        Collection<Operation> operations,
        List<String> pins,
        boolean keyed,
        Map<String, String> excluded) {

    private static final String REACH = "gives the agent access to further systems";

    static final List<Provider> ALL = List.of(
            new Provider(
                    "bimpeai",
                    BimpeaiOperations.TABLE.all(),
                    List.of("agentId"),
                    true,
                    Map.of(
                            "messages/stream-ticket", "answers a secret",
                            "bimpeai-integrations/configure", REACH,
                            "custom-apis/configure", REACH,
                            "custom-api-tools/add", REACH,
                            "mcp-servers/configure", REACH,
                            "pipedream/configure", REACH)),
            new Provider(
                    "chatroutes",
                    ChatroutesOperations.TABLE.all(),
                    List.of(),
                    false,
                    Map.of(
                            "auth/register", "takes a secret",
                            "auth/login", "takes and answers secrets",
                            "auth/refresh-token", "takes and answers secrets",
                            "auth/logout", "ends the login of the application",
                            "messages/stream", "the same as messages/send, which answers at once")),
            new Provider("igpt", IgptOperations.TABLE.all(), List.of("user"), false, Map.of()),
            new Provider(
                    "qgpt",
                    QgptOperations.TABLE.all(),
                    List.of(),
                    false,
                    Map.of(
                            "persons/related", "takes snippets and conversations, which are objects",
                            "stream", "the answer comes over the shared WebSocket; question answers at once")));

    /** The catalog file of the component. */
    JsonNode catalog() {
        String resource = "/META-INF/io/camelproviders/" + scheme + "/" + scheme + ".json";
        try (InputStream stream = Provider.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String header(String suffix) {
        return "Camel" + scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1) + suffix;
    }
}

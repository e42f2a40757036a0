/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.operation;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.igpt.model.Connectors.AuthorizeAnswer;
import io.camelproviders.igpt.model.Connectors.AuthorizeRequest;
import io.camelproviders.igpt.model.DataSources.DataSourcesRequest;
import io.camelproviders.igpt.model.DataSources.DisconnectRequest;
import io.camelproviders.igpt.model.Recall.AskRequest;
import io.camelproviders.igpt.model.Recall.SearchRequest;
import io.camelproviders.igpt.model.Runs.RunRequest;
import io.camelproviders.igpt.model.Runs.RunResult;
import java.util.List;

/**
 * The six operations. All are POST with one JSON object whose first key is {@code user}; paths end with a slash, as the
 * provider's Python library sends them. Asks and runs cost money; where the provider's answers are not specified they
 * stay plain maps and lists.
 */
public final class IgptOperations {

    /** A question; may be streamed. */
    public static final Operation ASK = row("recall/ask")
            .title("Asks a question about the connected data.")
            .text("input")
            .field("quality", String.class)
            .body(AskRequest.class, "input")
            .raw("output")
            .repeat(RetrySafety.PAID)
            .streams()
            .roles(Role.PRODUCER, Role.POLLING_CONSUMER)
            .build();

    /** A task with reasoning and tools; may be streamed. */
    public static final Operation RUN = row("recall/run")
            .title("Runs a task with reasoning and tools on the connected data.")
            .text("input")
            .field("quality", String.class)
            .field("reasoning_effort", String.class)
            .field("instructions", String.class)
            .body(RunRequest.class, "input")
            .returns(RunResult.class)
            .repeat(RetrySafety.PAID)
            .streams()
            .roles(Role.PRODUCER, Role.POLLING_CONSUMER)
            .build();

    /** A search. */
    public static final Operation SEARCH = row("recall/search")
            .title("Searches the connected data.")
            .optionalText("query")
            .field("date_from", String.class)
            .field("date_to", String.class)
            .field("max_results", Integer.class)
            .field("filter_people", String.class)
            .body(SearchRequest.class)
            .raw()
            .repeat(RetrySafety.SAFE)
            .roles(Role.PRODUCER, Role.POLLING_CONSUMER)
            .build();

    /** The connected data sources. */
    public static final Operation DATASOURCES_LIST = row("datasources/list")
            .title("Lists a user's data sources.")
            .body(DataSourcesRequest.class)
            .raw()
            .repeat(RetrySafety.SAFE)
            .roles(Role.PRODUCER, Role.POLLING_CONSUMER)
            .build();

    /** Takes a data source off. */
    public static final Operation DATASOURCES_DISCONNECT = row("datasources/disconnect")
            .title("Disconnects a data source.")
            .field("id", String.class)
            .body(DisconnectRequest.class, "id")
            .raw()
            .repeat(RetrySafety.UNSAFE)
            .build();

    /** Begins to connect a service. */
    public static final Operation CONNECTORS_AUTHORIZE = row("connectors/authorize")
            .title("Begins to connect a service; answers the page that the user must open.")
            .field("service", String.class)
            .field("scope", String.class)
            .field("redirect_uri", String.class)
            .field("state", String.class)
            .body(AuthorizeRequest.class, "service", "scope")
            .returns(AuthorizeAnswer.class)
            .repeat(RetrySafety.UNSAFE)
            .build();

    /** All rows, in the order of the docs. */
    public static final OperationTable TABLE = OperationTable.of(
            List.of(ASK, RUN, SEARCH, DATASOURCES_LIST, DATASOURCES_DISCONNECT, CONNECTORS_AUTHORIZE));

    private IgptOperations() {}

    /** Every request says whose data is meant, before anything else. */
    private static Operation.Builder row(String name) {
        return Operation.builder("POST", name, "/" + name + "/").field("user", String.class);
    }
}

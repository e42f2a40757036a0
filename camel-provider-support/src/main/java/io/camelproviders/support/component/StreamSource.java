/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.subscription.StreamConnector;
import io.camelproviders.core.subscription.StreamEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Message;

/** A provider's streams, as a consumer needs them. */
public interface StreamSource {

    /** The one stream that is consumed; empty if all of an account are, found by {@link #listing()}. */
    Optional<String> only();

    /** Lists the streams of the account. */
    StreamListing listing();

    /** How a stream is opened and read. */
    StreamConnector connector(String streamKey);

    /** Default key of a stream's offset: scheme, host, account, stream, with {@code |} between. */
    String offsetKey(String streamKey);

    /** Where the only stream, or all streams of the account, stand now. Fails with a {@code ProviderException}. */
    CompletableFuture<StreamPosition> position();

    /** The names under which sends are echoed on the stream, its own first; see {@code ProviderEndpoint.echoedOn}. */
    List<String> echoKeys(String streamKey);

    /** Whether a message may come from a send through the provider's API; one that only others can write need not wait. */
    default boolean mayBeOwn(StreamEvent event) {
        return true;
    }

    /** Writes a message's body and headers. */
    void fill(Message message, String streamKey, StreamEvent event);
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamListener;
import java.nio.ByteBuffer;

/** Turns what one connection tells into steps of the subscription; late words of an older connection are not heard. */
final class ConnectionListener implements StreamListener {

    private final StreamSubscription subscription;
    private final int number;

    ConnectionListener(StreamSubscription subscription, int number) {
        this.subscription = subscription;
        this.number = number;
    }

    /** A proxy's HTML page with status 200 is no stream (the provider's SDKs take it for an empty one). */
    @Override
    public boolean accepts(ResponseHead head) {
        return head.success() && head.status() != 204 && "text/event-stream".equals(head.mediaType());
    }

    @Override
    public void opened(ResponseHead head) {
        subscription.step(number, subscription::opened);
    }

    @Override
    public void bytes(ByteBuffer chunk) {
        byte[] copy = new byte[chunk.remaining()];
        chunk.get(copy);
        subscription.step(number, () -> subscription.received(copy));
    }

    @Override
    public void closed() {
        subscription.step(number, subscription::closed);
    }

    @Override
    public void answered(HttpResponse response) {
        subscription.step(number, () -> subscription.answered(response));
    }

    @Override
    public void failed(ProviderException cause) {
        subscription.step(number, () -> subscription.broken(cause));
    }
}

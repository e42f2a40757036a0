/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import java.util.ArrayList;
import java.util.List;

/** A source whose attempts are told by the test. */
final class ScriptedStreamingSource implements StreamingSource<String> {

    /** One attempt as the source saw it. */
    static final class Asked implements StreamingConnection {

        private final StreamingSource.Listener<String> listener;
        int released;
        boolean aborted;
        boolean finished;

        Asked(StreamingSource.Listener<String> listener) {
            this.listener = listener;
        }

        StreamingSource.Listener<String> script() {
            return listener;
        }

        /** Items of ten bytes each. */
        Asked items(String... items) {
            for (String item : items) {
                listener.onItem(item, 10);
            }
            return this;
        }

        @Override
        public void release(int bytes) {
            released += bytes;
        }

        @Override
        public void abort() {
            aborted = true;
        }

        @Override
        public void finished() {
            finished = true;
        }
    }

    final List<Asked> attempts = new ArrayList<>();

    @Override
    public StreamingConnection ask(Listener<String> listener) {
        Asked asked = new Asked(listener);
        attempts.add(asked);
        return asked;
    }

    Asked last() {
        return attempts.get(attempts.size() - 1);
    }
}

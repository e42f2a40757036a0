/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.sse.DataLineDecoder;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.streaming.ChunkReader;
import io.camelproviders.igpt.operation.IgptOperations;
import io.camelproviders.igpt.operation.ResponseMetadata;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the streamed answer of one attempt. A run ends with {@code run.done} and nothing else; an ask ends with its
 * body. The final record of a run is a {@code RunResult}; of an ask the list of its chunks, or its one ordinary answer.
 */
final class IgptChunkReader implements ChunkReader<Frame, IgptEvent> {

    private static final String DONE = "run.done";

    private final OperationClient client;
    private final OperationCall call;
    private final Json json;
    private final IgptEventDecoder decoder;

    private final List<Object> asked = new ArrayList<>();
    private IgptEvent.@Nullable RunDone done;
    private @Nullable Object ordinary;
    private Map<String, Object> facts = Map.of();

    IgptChunkReader(OperationClient client, OperationCall call, Json json) {
        this.client = client;
        this.call = call;
        this.json = json;
        this.decoder = new IgptEventDecoder(json);
    }

    @Override
    public List<IgptEvent> read(Frame frame) {
        try {
            List<IgptEvent> events = decoder.decode(frame).map(List::of).orElse(List.of());
            events.forEach(this::note);
            return events;
        } catch (ProviderException e) {
            throw client.withContext(call, e);
        }
    }

    /** One plain JSON body: an error, the whole answer at once, or lines of JSON under a media type of their own. */
    @Override
    public List<IgptEvent> answered(HttpResponse response) {
        try {
            client.read(call, response);
        } catch (DecodeException e) {
            List<IgptEvent> lines = response.head().success() ? lines(response.body()) : List.of();
            if (lines.isEmpty()) {
                throw e;
            }
            return lines;
        }
        Object whole = json.plain(response.body());
        ordinary = whole;
        if (isRun() && whole instanceof Map<?, ?>) {
            IgptEvent.RunDone result = json.convert(whole, IgptEvent.RunDone.class);
            note(result);
            return List.of(result);
        }
        facts = new ResponseMetadata(json).of(whole);
        return List.of(new IgptEvent.AskChunk(whole));
    }

    @Override
    public String text(IgptEvent chunk) {
        return chunk.text();
    }

    @Override
    public boolean complete() {
        return done != null;
    }

    @Override
    public String endMark() {
        return isRun() ? DONE : "";
    }

    @Override
    public Finished finish(String text) {
        IgptEvent.RunDone end = done;
        if (end != null) {
            return new Finished(end.output() instanceof String output ? output : text, end.result(), facts);
        }
        if (ordinary != null) {
            return new Finished(text.isEmpty() ? ChunkText.whole(ordinary) : text, ordinary, facts);
        }
        if (asked.isEmpty()) {
            throw client.withContext(
                    call,
                    new ProtocolException(ErrorDetails.builder("the stream ended without a single chunk")
                            .status(200)
                            .build()));
        }
        Object last = asked.get(asked.size() - 1);
        return new Finished(text.isEmpty() ? ChunkText.whole(last) : text, new ProviderList<>(asked), facts);
    }

    private void note(IgptEvent event) {
        if (event instanceof IgptEvent.RunDone end) {
            done = end;
            facts = new ResponseMetadata(json).of(json.map(end));
        } else if (event instanceof IgptEvent.AskChunk chunk) {
            Object value = chunk.value();
            asked.add(value == null ? "" : value);
            Map<String, Object> beside = new ResponseMetadata(json).of(value);
            facts = beside.isEmpty() ? facts : beside;
        }
    }

    private List<IgptEvent> lines(byte[] body) {
        int most = Math.max(1, body.length);
        DataLineDecoder lines = DataLineDecoder.dataOrBareJson(most, most);
        List<Frame> frames = new ArrayList<>();
        lines.feed(ByteBuffer.wrap(body), frames::add);
        lines.end(frames::add);
        List<IgptEvent> events = new ArrayList<>();
        frames.forEach(frame -> events.addAll(read(frame)));
        return events;
    }

    private boolean isRun() {
        return call.operation().name().equals(IgptOperations.RUN.name());
    }
}

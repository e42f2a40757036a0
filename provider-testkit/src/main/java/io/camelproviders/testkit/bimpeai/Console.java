/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Handler;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Responder;
import io.camelproviders.testkit.bimpeai.Idempotency.Kept;
import io.camelproviders.testkit.bimpeai.Misbehaviour.AnswerKind;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Answering;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Beginning;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Delay;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The handler behind the fake: misbehaviour first, then key, idempotency, routes and envelope. */
final class Console implements Handler {

    static final String PREFIX = "/api/v1/console";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREFIX_SEGMENTS = 3;

    /** One request that is being answered, with what misbehaviour and errors need of it. */
    private record Turn(
            Request request,
            Responder responder,
            List<String> segments,
            Place place,
            @Nullable String conversation,
            String requestId) {}

    private final Store store;
    private final Script script;
    private final Tickets tickets;
    private final String apiKey;
    private final Routes routes = new Routes();
    private final Idempotency idempotency = new Idempotency();
    private final Set<MessageStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<MessageStream>> streamsOf = new ConcurrentHashMap<>();

    Console(Store store, Script script, Tickets tickets, String apiKey) {
        this.store = store;
        this.script = script;
        this.tickets = tickets;
        this.apiKey = apiKey;
        AgentRoutes.addTo(routes);
        IntegrationRoutes.addTo(routes);
        new ConversationRoutes(tickets, this::pump).addTo(routes);
        OtherRoutes.addTo(routes);
    }

    Set<MessageStream> streams() {
        return streams;
    }

    int streamsOf(String conversation) {
        return streamsOf.getOrDefault(conversation, Set.of()).size();
    }

    long repeats() {
        synchronized (store) {
            return idempotency.repeats();
        }
    }

    /** Sends what is new in this conversation to its streams. On the server's thread. */
    void pump(Conversation conversation) {
        streamsOf.getOrDefault(conversation.id(), Set.of()).forEach(MessageStream::pump);
    }

    void heartbeat(Instant now) {
        streams.forEach(stream -> stream.heartbeat(now));
    }

    @Override
    public void handle(Request request, Responder responder) {
        List<String> all = request.pathSegments();
        boolean ours = request.path().startsWith(PREFIX + "/");
        List<String> segments = ours ? all.subList(PREFIX_SEGMENTS, all.size()) : List.of();
        boolean inConversation = segments.size() > 4 && segments.get(2).equals("conversations");
        String requestId =
                request.header("X-Request-Id").orElseGet(() -> UUID.randomUUID().toString());
        Turn turn = new Turn(
                request,
                responder,
                segments,
                place(request, segments),
                inConversation ? segments.get(3) : null,
                requestId);
        Optional<Delay> delay = script.take(Delay.class, turn.conversation(), found -> at(found.place(), turn));
        if (delay.isPresent()) {
            responder.after(delay.get().delay(), () -> answer(turn));
        } else {
            answer(turn);
        }
    }

    private static Place place(Request request, List<String> segments) {
        String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        boolean conversations = segments.size() >= 4 && segments.get(2).equals("conversations");
        if (conversations && segments.size() == 5 && last.equals("stream-ticket")) {
            return Place.TICKET;
        }
        if (conversations && segments.size() == 5 && last.equals("stream")) {
            return Place.STREAM;
        }
        boolean send =
                conversations && last.equals("messages") && request.method().equals("POST");
        return send ? Place.SEND : Place.CALL;
    }

    private static boolean at(Place scripted, Turn turn) {
        return scripted == turn.place() || (scripted == Place.CALL && turn.place() == Place.SEND);
    }

    private void answer(Turn turn) {
        Optional<Answering> wrong = script.take(Answering.class, turn.conversation(), found -> at(found.place(), turn));
        if (wrong.isPresent()) {
            misbehave(turn, wrong.get());
        } else if (turn.place() == Place.STREAM) {
            openStream(turn);
        } else {
            Kept answer = serve(turn);
            turn.responder().respond(answer.status(), answer.body(), headers(turn));
        }
    }

    private void misbehave(Turn turn, Answering wrong) {
        Responder responder = turn.responder();
        switch (wrong.kind()) {
            case STATUS -> respondStatus(turn, wrong);
            case HTML ->
                responder.respond(200, "<!DOCTYPE html><html><body>Sign in</body></html>", "Content-Type", "text/html");
            case JSON -> responder.respond(200, "{\"ok\":true}", "Content-Type", "application/json");
            case SILENCE -> responder.silence();
            case LOST -> {
                serve(turn);
                responder.silence();
                responder.reset();
            }
            case CUT, DRIP -> respondBroken(turn, wrong);
        }
    }

    private void respondStatus(Turn turn, Answering wrong) {
        List<String> headers = new ArrayList<>(wrong.headerPairs());
        headers.addAll(Arrays.asList(headers(turn)));
        byte[] body = wrong.status() == 204
                ? new byte[0]
                : bytes(ConsoleError.scripted(wrong.status()).body(turn.requestId()));
        turn.responder().respond(wrong.status(), body, headers.toArray(String[]::new));
    }

    private void respondBroken(Turn turn, Answering wrong) {
        Responder responder = turn.responder();
        boolean stream = turn.place() == Place.STREAM;
        Kept answer = stream ? new Kept(200, new byte[0]) : serve(turn);
        String head = "HTTP/1.1 " + answer.status() + " OK\r\nContent-Type: "
                + (stream ? "text/event-stream\r\nTransfer-Encoding: chunked" : "application/json\r\nContent-Length: ")
                + (stream ? "" : answer.body().length) + "\r\nX-Request-Id: " + turn.requestId() + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + answer.body().length);
        System.arraycopy(answer.body(), 0, whole, start.length, answer.body().length);
        if (wrong.kind() == AnswerKind.CUT) {
            responder.raw(Arrays.copyOf(whole, start.length + answer.body().length / 2));
            responder.close();
        } else {
            responder.drip(whole, wrong.bytesPerTurn(), wrong.every(), stream ? () -> {} : responder::next);
        }
    }

    /** Does what is asked, and the answer in bytes. */
    private Kept serve(Turn turn) {
        synchronized (store) {
            try {
                authorize(turn.request());
                return idempotency.run(turn.request(), () -> {
                    Reply reply = routes.run(turn.request(), turn.segments(), store);
                    return new Kept(reply.status(), bytes(reply.envelope()));
                });
            } catch (ConsoleError e) {
                return new Kept(e.status(), bytes(e.body(turn.requestId())));
            }
        }
    }

    private void authorize(Request request) {
        Optional<String> given = request.header("Authorization");
        if (given.isEmpty()) {
            throw ConsoleError.of(401, "api_key_missing", "API key is missing");
        }
        if (!given.get().equals("Bearer " + apiKey)) {
            throw ConsoleError.of(401, "api_key_invalid", "API key is invalid");
        }
    }

    private void openStream(Turn turn) {
        try {
            MessageStream stream = stream(turn);
            streams.add(stream);
            streamsOf
                    .computeIfAbsent(stream.conversation().id(), key -> ConcurrentHashMap.newKeySet())
                    .add(stream);
            stream.start();
        } catch (ConsoleError e) {
            turn.responder().json(e.status(), e.body(turn.requestId()), headers(turn));
        }
    }

    private MessageStream stream(Turn turn) {
        Map<String, String> query = turn.request().query();
        String id = turn.segments().get(3);
        // Chosen here: 401, which is plausible; no source names the status.
        if (!tickets.use(query.get("ticket"), id)) {
            throw ConsoleError.of(401, "unauthorized", "The ticket is used, expired or unknown");
        }
        Conversation conversation;
        synchronized (store) {
            conversation = store.conversation(turn.segments().get(1), id);
        }
        return new MessageStream(
                conversation, begin(conversation, query.get("after")), script, turn.responder(), this::left);
    }

    /** Chosen here: without {@code after} a stream is live only; an unknown one is 404. */
    private int begin(Conversation conversation, @Nullable String after) {
        if (after == null) {
            return conversation.size();
        }
        OptionalInt place = conversation.placeAfter(after);
        if (place.isEmpty()) {
            throw ConsoleError.of(404, "not_found", "The resume position is unknown");
        }
        int early = script.take(Beginning.class, conversation.id(), found -> true)
                .map(Beginning::tooEarly)
                .orElse(0);
        return Math.max(0, place.getAsInt() - early);
    }

    private void left(MessageStream stream) {
        streams.remove(stream);
        Set<MessageStream> others = streamsOf.get(stream.conversation().id());
        if (others != null) {
            others.remove(stream);
        }
    }

    private static String[] headers(Turn turn) {
        return new String[] {"Content-Type", "application/json; charset=utf-8", "X-Request-Id", turn.requestId()};
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always writable", e);
        }
    }
}

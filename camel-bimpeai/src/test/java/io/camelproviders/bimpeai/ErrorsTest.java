/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.error.FieldValidationException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.NotImplementedByProviderException;
import io.camelproviders.core.error.PermissionDeniedException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong is told by type, in both forms. */
class ErrorsTest {

    private final CallTestSupport rig = new CallTestSupport();

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(302, HttpStatusException.class),
                arguments(400, BadRequestException.class),
                arguments(401, AuthenticationException.class),
                arguments(403, PermissionDeniedException.class),
                arguments(404, NotFoundException.class),
                arguments(409, ConflictException.class),
                arguments(418, HttpStatusException.class),
                arguments(429, RateLimitException.class),
                arguments(500, ServerException.class),
                arguments(501, NotImplementedByProviderException.class),
                arguments(503, ServerException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusHasItsTypeAndItsPlainForm(int status, Class<?> type) {
        // given
        rig.server.faults().always(Fault.respond(status, "X-Request-Id", "r-1").on(RequestKind.CALL));

        // when
        Exchange thrown = rig.send("bimpeai:agents/list?maxRetries=0", null);
        Exchange told = rig.send("bimpeai:agents/list?maxRetries=0&throwExceptionOnFailure=false", null);

        // then
        ProviderException failure = thrown.getException(ProviderException.class);
        assertThat(failure).isExactlyInstanceOf(type);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.requestId()).contains("r-1");
        assertThat(failure.getCause()).isInstanceOf(HttpOperationFailedException.class);
        assertThat(failure.toString()).doesNotContain(rig.server.apiKey());
        assertThat(told.getException()).isNull();
        assertThat(told.getMessage().getBody(Map.class)).containsEntry("status", status);
        assertThat(told.getMessage().getHeader(BimpeaiConstants.RESPONSE_ERROR)).isNotNull();
        assertThat(told.getMessage().getHeader(BimpeaiConstants.RESPONSE_STATUS))
                .isEqualTo(status);
    }

    @Test
    void aRefusedFieldIsNamed() {
        Exchange exchange =
                rig.send("bimpeai:agents/create", "{\"workflow_id\":\"w\",\"name\":7,\"description\":\"d\"}");

        assertThat(exchange.getException()).isInstanceOf(FieldValidationException.class);
        assertThat(exchange.getException(ProviderException.class).fieldErrors())
                .extracting(FieldError::path)
                .contains("name");
    }

    @Test
    void aMissingParameterIsNamedBeforeAnythingIsSent() {
        Exchange id = rig.send("bimpeai:agents/retrieve", null);
        Exchange field = rig.send("bimpeai:calls/make?agentId=" + rig.agent, "{\"destination\":\"+1\"}");

        assertThat(id.getException()).hasMessageContaining("agentId").hasMessageContaining("CamelBimpeaiAgentId");
        assertThat(field.getException()).hasMessageContaining("is_test_call");
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoEnvelopeIsNamed() {
        rig.server.faults().once(Fault.htmlPage().on(RequestKind.CALL));

        Exchange exchange = rig.send("bimpeai:agents/list?maxRetries=0", null);

        assertThat(exchange.getException())
                .isInstanceOfAny(ProtocolException.class, ServerException.class, HttpStatusException.class);
    }

    @Test
    void silenceAndRefusalAreTransportFailures() {
        // given
        rig.server.faults().once(Fault.stall().on(RequestKind.CALL));

        // when
        Exchange silent = rig.send("bimpeai:agents/list?maxRetries=0&requestTimeout=300", null);
        rig.server.refuseConnections();
        rig.server.dropConnections();
        Exchange refused = rig.send("bimpeai:agents/list?maxRetries=0", null);

        // then
        assertThat(silent.getException()).isInstanceOf(ProviderTimeoutException.class);
        assertThat(refused.getException()).isInstanceOf(TransportException.class);
    }

    @Test
    void aLongRetryAfterIsToldAndNotUndercut() {
        rig.server.faults().always(Fault.rateLimited("3600").on(RequestKind.CALL));

        Exchange exchange = rig.send("bimpeai:agents/list", null);

        assertThat(exchange.getException(ProviderException.class).retryAfter()).contains(Duration.ofHours(1));
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void existingClausesForHttpFailuresMatch() throws Exception {
        // given
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(HttpOperationFailedException.class)
                        .onWhen(exchange -> exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class) != null)
                        .handled(true)
                        .setBody(constant("caught"));
                from("direct:clause").to("bimpeai:agents/retrieve?agentId=none");
            }
        });

        // when
        Exchange exchange = rig.send("direct:clause", null);

        // then
        assertThat(exchange.getMessage().getBody()).isEqualTo("caught");
    }
}

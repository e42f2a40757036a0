/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.chatroutes.ChatroutesConstants;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two official clients expect different envelopes of the conversation list; both are read to the end. */
class ListEnvelopesTest extends CamelTestSupport {

    private static final String PATH = "/api/v1/conversations";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockService.start();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return WireMockService.addTo(super.createCamelContext(), SERVER);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:all").to("chatroutes:conversations/list?limit=2").to("mock:result");
                from("direct:page")
                        .to("chatroutes:conversations/list?limit=2&page=2")
                        .to("mock:result");
            }
        };
    }

    static Stream<Arguments> envelopes() {
        return Stream.of(
                arguments("fields at the top, with hasNext", "{%s,\"hasNext\":%s}"),
                arguments("fields in data, with hasNext", "{\"success\":true,\"data\":{%s,\"hasNext\":%s}}"),
                arguments("fields at the top, without hasNext", "{%s,\"more\":%s}"),
                arguments("fields in data, without hasNext", "{\"success\":true,\"data\":{%s,\"more\":%s}}"));
    }

    private static void stub(String envelope) {
        List<String> pages = List.of(
                "{\"id\":\"conv_1\"},{\"id\":\"conv_2\"}",
                "{\"id\":\"conv_3\"},{\"id\":\"conv_4\"}",
                "{\"id\":\"conv_5\"}");
        for (int page = 1; page <= pages.size(); page++) {
            String fields =
                    "\"conversations\":[" + pages.get(page - 1) + "],\"total\":5,\"page\":" + page + ",\"limit\":2";
            SERVER.stubFor(get(urlPathEqualTo(PATH))
                    .withQueryParam("page", equalTo(Integer.toString(page)))
                    .withQueryParam("limit", equalTo("2"))
                    .willReturn(WireMockService.json(200, String.format(envelope, fields, page < pages.size()))));
        }
    }

    private List<String> ids(String from) throws InterruptedException {
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedMessageCount(1);
        template().sendBody(from, null);
        result.assertIsSatisfied();
        List<?> conversations =
                result.getReceivedExchanges().get(0).getMessage().getBody(List.class);
        return conversations.stream()
                .map(item -> String.valueOf(((Conversation) item).id()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("envelopes")
    void allPagesAreReadToTheEnd(String name, String envelope) throws Exception {
        // given
        stub(envelope);

        // when
        List<String> ids = ids("direct:all");

        // then
        assertThat(ids).containsExactly("conv_1", "conv_2", "conv_3", "conv_4", "conv_5");
        SERVER.verify(3, getRequestedFor(urlPathEqualTo(PATH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("envelopes")
    void aSinglePageCarriesItsPlaceInTheHeaders(String name, String envelope) throws Exception {
        // given
        stub(envelope);
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedHeaderReceived(ChatroutesConstants.RESPONSE_PAGE, 2);
        result.expectedHeaderReceived(ChatroutesConstants.RESPONSE_TOTAL, 5);
        result.expectedHeaderReceived(ChatroutesConstants.RESPONSE_HAS_NEXT, true);

        // when
        List<String> ids = ids("direct:page");

        // then
        assertThat(ids).containsExactly("conv_3", "conv_4");
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void aListThatIsNullIsEmpty() throws Exception {
        // given
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(WireMockService.json(200, "{\"success\":true,\"data\":{\"conversations\":null}}")));

        // when
        List<String> ids = ids("direct:all");

        // then
        assertThat(ids).isEmpty();
    }
}

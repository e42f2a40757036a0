/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.bimpeai.BimpeaiConstants;
import io.camelproviders.bimpeai.model.Conversations.Conversation;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list of three pages with up to three conversations each, taken whole, page by page and item by item. */
class PagedListsTest extends CamelTestSupport {

    private static final String PATH = WireMockConsole.AGENT + "/conversations";
    private static final String URI = "bimpeai:conversations/list?agentId=agt_harbour&limit=3&channel=webchat";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockConsole.start();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return WireMockConsole.addTo(super.createCamelContext(), SERVER);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(ProviderException.class).handled(true).to("mock:failed");
                from("direct:all").to(URI).to("mock:result");
                from("direct:bounded").to(URI + "&maxItems=5").to("mock:result");
                from("direct:page").to(URI + "&paging=page").to("mock:result");
                from("direct:each")
                        .to(URI + "&paging=iterator")
                        .split(body())
                        .streaming()
                        .setHeader("requests", () -> SERVER.getAllServeEvents().size())
                        .to("mock:item");
            }
        };
    }

    private static void stubPage(int page, boolean hasNext, String... ids) {
        String items = Stream.of(ids)
                .map(id -> "{\"id\":\"" + id + "\",\"channel_type\":\"webchat\"}")
                .collect(Collectors.joining(","));
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("page", equalTo(Integer.toString(page)))
                .withQueryParam("limit", equalTo("3"))
                .withQueryParam("channel", equalTo("webchat"))
                .willReturn(WireMockConsole.json(
                        200,
                        "{\"message\":\"ok\",\"data\":[" + items + "],\"meta\":{\"total_count\":7,\"page_count\":3,"
                                + "\"current_page\":" + page + ",\"limit\":3,\"has_next_page\":" + hasNext
                                + ",\"has_previous_page\":" + (page > 1) + "}}")));
    }

    private static void stubThreePages() {
        stubPage(1, true, "cnv_1", "cnv_2", "cnv_3");
        stubPage(2, true, "cnv_4", "cnv_5", "cnv_6");
        stubPage(3, false, "cnv_7");
    }

    private Exchange one(String mock, String from) throws InterruptedException {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.expectedMessageCount(1);
        template().sendBody(from, null);
        expected.assertIsSatisfied();
        return expected.getReceivedExchanges().get(0);
    }

    private static List<String> ids(List<?> conversations) {
        return conversations.stream()
                .map(conversation -> ((Conversation) conversation).id())
                .toList();
    }

    private static List<String> ids(MockEndpoint items) {
        return items.getReceivedExchanges().stream()
                .map(exchange ->
                        exchange.getMessage().getBody(Conversation.class).id())
                .toList();
    }

    @Test
    void allPagesBecomeOneListWithTheSameFiltersOnEachRequest() throws Exception {
        // given
        stubThreePages();

        // when
        Exchange all = one("mock:result", "direct:all");

        // then
        assertThat(ids(all.getMessage().getBody(List.class)))
                .containsExactly("cnv_1", "cnv_2", "cnv_3", "cnv_4", "cnv_5", "cnv_6", "cnv_7");
        SERVER.verify(3, getRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void anItemThatMovedToTheNextPageIsListedOnce() throws Exception {
        // given
        stubPage(1, true, "cnv_1", "cnv_2");
        stubPage(2, false, "cnv_2", "cnv_3");

        // when
        Exchange all = one("mock:result", "direct:all");

        // then
        assertThat(ids(all.getMessage().getBody(List.class))).containsExactly("cnv_1", "cnv_2", "cnv_3");
    }

    @Test
    void aServerThatAlwaysPromisesAnotherPageIsNotAskedForEver() throws Exception {
        // given
        stubPage(1, true, "cnv_1", "cnv_2");
        stubPage(2, true, "cnv_1", "cnv_2");
        stubPage(3, true, "cnv_1", "cnv_2");

        // when
        Exchange all = one("mock:result", "direct:all");

        // then
        assertThat(ids(all.getMessage().getBody(List.class))).containsExactly("cnv_1", "cnv_2");
    }

    @Test
    void moreItemsThanAllowedFailWithTheWayOut() throws Exception {
        // given
        stubThreePages();

        // when
        Exchange failed = one("mock:failed", "direct:bounded");

        // then
        assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("paging=iterator");
    }

    @Test
    void aSinglePageCarriesItsPlaceInTheHeaders() throws Exception {
        // given
        stubThreePages();
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedHeaderReceived(BimpeaiConstants.RESPONSE_PAGE, 2);
        result.expectedHeaderReceived(BimpeaiConstants.RESPONSE_LIMIT, 3);
        result.expectedHeaderReceived(BimpeaiConstants.RESPONSE_PAGES, 3);
        result.expectedHeaderReceived(BimpeaiConstants.RESPONSE_TOTAL, 7);
        result.expectedHeaderReceived(BimpeaiConstants.RESPONSE_HAS_NEXT, true);

        // when
        template().sendBodyAndHeader("direct:page", null, BimpeaiConstants.PAGE, 2);

        // then
        result.assertIsSatisfied();
        assertThat(ids(result.getReceivedExchanges().get(0).getMessage().getBody(List.class)))
                .containsExactly("cnv_4", "cnv_5", "cnv_6");
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void anIteratorFetchesAPageOnlyWhenItIsNeeded() throws Exception {
        // given
        stubThreePages();
        MockEndpoint items = getMockEndpoint("mock:item");
        items.expectedMessageCount(7);

        // when
        template().sendBody("direct:each", null);

        // then: the splitter looks one item ahead
        items.assertIsSatisfied();
        assertThat(ids(items)).containsExactly("cnv_1", "cnv_2", "cnv_3", "cnv_4", "cnv_5", "cnv_6", "cnv_7");
        assertThat(items.getReceivedExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("requests"))
                .containsExactly(1, 1, 2, 2, 2, 3, 3);
    }
}

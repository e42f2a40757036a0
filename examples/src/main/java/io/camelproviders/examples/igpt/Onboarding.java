/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.igpt;

import io.camelproviders.igpt.model.Connectors.AuthorizeAnswer;
import io.camelproviders.igpt.model.DataSources.DataSource;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Brings a user's data in: asks for the page on which the user agrees, shows it, then follows the data sources of that service until one is indexed, and stops
 * asking.
 *
 * <p>On the embedded fake the user agrees at once.
 */
public final class Onboarding {

    private static final String SERVICE = "gmail";
    private static final String PROGRESS = "progress";

    private final PrintStream out;
    private final BlockingQueue<DataSource> indexed = new LinkedBlockingQueue<>();

    Onboarding(PrintStream out) {
        this.out = out;
    }

    /** Ends when the data source is indexed. */
    public static void main(String[] args) throws Exception {
        new Onboarding(System.out).run();
    }

    /** The data source that was indexed. */
    DataSource run() throws Exception {
        try (ExampleContext place = new ExampleContext()) {
            out.println("Connecting " + SERVICE + " with " + place);
            DefaultCamelContext context = place.start(routes(place.rehearsing() ? "300ms" : "15s"));
            context.createFluentProducerTemplate().to("direct:connect").request();
            DataSource source = indexed.take();
            context.getRouteController().stopRoute(PROGRESS);
            ServiceStatus status = context.getRouteController().getRouteStatus(PROGRESS);
            out.println(source.title() + " is indexed; the polling route is "
                    + status.name().toLowerCase(Locale.ROOT));
            return source;
        }
    }

    private RouteBuilder routes(String every) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:connect")
                        .to("igpt:connectors/authorize?service=" + SERVICE + "&scope=messages")
                        .process(exchange -> out.println("Open "
                                + exchange.getMessage()
                                        .getMandatoryBody(AuthorizeAnswer.class)
                                        .url()
                                + " and agree"))
                        .process(exchange ->
                                exchange.getContext().getRouteController().startRoute(PROGRESS));

                from("igpt:datasources/list?emit=changed&initialDelay=0&delay=" + every)
                        .routeId(PROGRESS)
                        .autoStartup(false)
                        .convertBodyTo(DataSource.class)
                        .filter(simple("${body.service} == '" + SERVICE + "'"))
                        .process(exchange -> follow(exchange.getMessage().getMandatoryBody(DataSource.class)));
            }
        };
    }

    private void follow(DataSource source) {
        out.println(source.title() + ": " + source.progress() + " %");
        if (source.indexed()) {
            indexed.add(source);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.bimpeai.BimpeaiComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What stands in the application's properties reaches the component, and nothing else does. */
class PropertiesTest {

    private static final Set<String> NOT_SETTABLE = Set.of("configuration", "idempotencyKey", "requestId");

    private static final CamelContext PLAIN = new DefaultCamelContext();

    @AfterAll
    static void close() throws Exception {
        PLAIN.close();
    }

    @Test
    void setsEveryOptionOfEveryComponent() throws Exception {
        // given
        Map<String, String> expected = new LinkedHashMap<>();
        List<String> properties = new ArrayList<>();
        for (ComponentOption option : settable()) {
            Object byDefault = option.value(unconfigured(option.scheme()));
            properties.add(option.sample(byDefault));
            expected.put(
                    option.property(),
                    option.isBean() ? String.valueOf(Beans.named(option.name())) : option.sampled(byDefault));
        }
        // when
        try (ConfigurableApplicationContext application = Applications.quiet(properties.toArray(String[]::new))) {
            Map<String, String> values = new LinkedHashMap<>();
            for (ComponentOption option : settable()) {
                Component component = component(application, option.scheme());
                values.put(option.property(), option.text(component));
            }
            // then
            assertThat(values).hasSizeGreaterThan(250).containsExactlyInAnyOrderEntriesOf(expected);
        }
    }

    @Test
    void leavesOptionsThatAreNotSetToTheComponent() throws Exception {
        try (ConfigurableApplicationContext application = Applications.quiet()) {
            for (ComponentOption option : settable()) {
                // when
                Object value = option.value(component(application, option.scheme()));
                // then
                assertThat(value).as(option.property()).isEqualTo(option.value(unconfigured(option.scheme())));
            }
            assertThat(option("needsAttention").value(component(application, "bimpeai")))
                    .isNull();
        }
    }

    @Test
    void takesAConfigurationBean() {
        try (ConfigurableApplicationContext application =
                Applications.quiet("camel.component.bimpeai.configuration=#bean:support")) {
            // when
            BimpeaiComponent bimpeai = (BimpeaiComponent) component(application, "bimpeai");
            // then
            assertThat(bimpeai.getConfiguration()).isSameAs(application.getBean("support"));
            assertThat(bimpeai.getConfiguration().getMaxItems()).isEqualTo(Beans.MAX_ITEMS);
        }
    }

    @Test
    void takesDurationsInCamelsSyntax() throws Exception {
        // when
        try (ConfigurableApplicationContext application = Applications.quiet(
                "seconds=4",
                "camel.component.bimpeai.request-timeout=20s",
                "camel.component.bimpeai.read-idle-timeout=1m30s",
                "camel.component.bimpeai.retry-delay=500",
                "camel.component.bimpeai.connect-timeout=PT2S",
                "camel.component.bimpeai.first-chunk-timeout=${seconds}s")) {
            Component bimpeai = component(application, "bimpeai");
            // then
            assertThat(option("requestTimeout").value(bimpeai)).isEqualTo(20_000L);
            assertThat(option("readIdleTimeout").value(bimpeai)).isEqualTo(90_000L);
            assertThat(option("retryDelay").value(bimpeai)).isEqualTo(500L);
            assertThat(option("connectTimeout").value(bimpeai)).isEqualTo(2_000L);
            assertThat(option("firstChunkTimeout").value(bimpeai)).isEqualTo(4_000L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "camel.component.bimpeai.request-timeout, soon, requestTimeout",
        "camel.component.bimpeai.max-in-flight, many, max-in-flight",
        "camel.component.bimpeai.on-failure, panic, on-failure",
        "camel.component.bimpeai.idempotency-key, K, each call needs its own",
        "camel.component.bimpeai.offset-repository, forgotten, offsetRepository",
        "camel.component.bimpeai.offset-repository, #bean:forgotten, offsetRepository"
    })
    void refusesAValueThatTheOptionCannotTake(String property, String value, String named) {
        assertThatThrownBy(() -> {
                    try (ConfigurableApplicationContext application = Applications.quiet(property + "=" + value)) {
                        component(application, "bimpeai");
                    }
                })
                .hasStackTraceContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.bimpeai.enabled=false",
                "camel.component.bimpeai.customizer.enabled=false",
                "camel.component.enabled=false"
            })
    void canBeSwitchedOffLikeEveryStarter(String off) throws Exception {
        // when
        try (ConfigurableApplicationContext application =
                Applications.quiet(off, "camel.component.bimpeai.agent-id=A")) {
            // then
            assertThat(option("agentId").value(component(application, "bimpeai")))
                    .isNull();
        }
    }

    private static Component component(ConfigurableApplicationContext application, String scheme) {
        return application.getBean(CamelContext.class).getComponent(scheme);
    }

    /** A component as its class makes it, in a Camel context that knows nothing of Spring Boot. */
    private static Component unconfigured(String scheme) {
        return PLAIN.getComponent(scheme);
    }

    /** A configuration object would replace what the other options set; the other two belong to one call and are refused here. */
    private static List<ComponentOption> settable() throws Exception {
        List<ComponentOption> options = new ArrayList<>();
        for (String scheme : List.of("igpt", "bimpeai", "chatroutes", "qgpt")) {
            ComponentOption.of(scheme).stream()
                    .filter(option -> !NOT_SETTABLE.contains(option.name()))
                    .forEach(options::add);
        }
        return options;
    }

    private static ComponentOption option(String name) throws Exception {
        return ComponentOption.of("bimpeai").stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

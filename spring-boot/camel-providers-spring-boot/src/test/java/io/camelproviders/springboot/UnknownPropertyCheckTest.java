/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which names count as properties of a component, in files and in the environment. */
class UnknownPropertyCheckTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ProvidersAutoConfiguration.class))
            .withUserConfiguration(Shop.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.shop.api-key=K",
                "camel.component.shop.apiKey=K",
                "camel.component.shop.api_key=K",
                "camel.component.shop.headers.X-Tenant=K",
                "camel.component.shop.headers.[X.Y]=K",
                "camel.component.shop.customizer.enabled=true",
                "camel.component.other.api-kye=K",
                "camel.component.shopping.api-kye=K"
            })
    void acceptsWhatTheComponentHasAndWhatIsNotItsOwn(String property) {
        application.withPropertyValues(property).run(context -> assertThat(context)
                .hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "camel.component.shop.api-kye, camel.component.shop.api-key",
        "camel.component.shop.api.token, camel.component.shop.api-key",
        "camel.component.shop.header, camel.component.shop.headers"
    })
    void refusesWhatTheComponentDoesNotHave(String property, String nearest) {
        application.withPropertyValues(property + "=sk_live_canary").run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .hasMessageContaining(property)
                    .hasMessageContaining("did you mean " + nearest + "?")
                    .hasMessageNotContaining("sk_live_canary");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CAMEL_COMPONENT_SHOP_APIKEY", "CAMEL_COMPONENT_SHOP_API_KEY", "CAMEL_COMPONENT_SHOP_HEADERS_X"})
    void acceptsEnvironmentVariables(String variable) {
        application.withInitializer(context -> environment(context, variable)).run(context -> assertThat(context)
                .hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = "CAMEL_COMPONENT_SHOP_APIKYE")
    void refusesAMisspeltEnvironmentVariable(String variable) {
        application.withInitializer(context -> environment(context, variable)).run(context -> assertThat(
                        catchThrowable(context::getBeanDefinitionCount))
                .hasStackTraceContaining("did you mean camel.component.shop.api-key?"));
    }

    private static void environment(ConfigurableApplicationContext context, String variable) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "K")));
    }

    @EnableConfigurationProperties(ShopConfiguration.class)
    static class Shop {}

    /** As a starter's properties look. */
    @ConfigurationProperties(prefix = "camel.component.shop")
    public static class ShopConfiguration {

        private String apiKey = "";
        private Map<String, Object> headers = Map.of();
        private final Customizer customizer = new Customizer();

        public String getApiKey() {
            return apiKey;
        }

        public void setApiKey(String apiKey) {
            this.apiKey = apiKey;
        }

        public Map<String, Object> getHeaders() {
            return headers;
        }

        public void setHeaders(Map<String, Object> headers) {
            this.headers = headers;
        }

        public Customizer getCustomizer() {
            return customizer;
        }
    }

    /** As Camel's. */
    public static class Customizer {

        private boolean enabled = true;

        public boolean isEnabled() {
            return enabled;
        }

        public void setEnabled(boolean enabled) {
            this.enabled = enabled;
        }
    }
}

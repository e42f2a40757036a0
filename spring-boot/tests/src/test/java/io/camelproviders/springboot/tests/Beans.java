/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import io.camelproviders.bimpeai.BimpeaiConfiguration;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that options can refer to, each under the option's name. */
@Configuration(proxyBeanMethods = false)
class Beans {

    static final int MAX_ITEMS = 42;

    private static final StateRepository<String, String> REPOSITORY = new MemoryStateRepository();
    private static final SSLContextParameters TLS = new SSLContextParameters();
    private static final HostnameVerifier VERIFIER = (host, session) -> false;

    private static final Map<String, Object> BY_OPTION =
            Map.of("offsetRepository", REPOSITORY, "sslContextParameters", TLS, "x509HostnameVerifier", VERIFIER);

    @Bean
    StateRepository<String, String> offsetRepository() {
        return REPOSITORY;
    }

    @Bean
    SSLContextParameters sslContextParameters() {
        return TLS;
    }

    @Bean
    HostnameVerifier x509HostnameVerifier() {
        return VERIFIER;
    }

    @Bean
    StateRepository<String, String> offsets() {
        return new MemoryStateRepository();
    }

    @Bean
    BimpeaiConfiguration support() {
        BimpeaiConfiguration configuration = new BimpeaiConfiguration();
        configuration.setMaxItems(MAX_ITEMS);
        return configuration;
    }

    static Object named(String option) {
        return BY_OPTION.get(option);
    }
}

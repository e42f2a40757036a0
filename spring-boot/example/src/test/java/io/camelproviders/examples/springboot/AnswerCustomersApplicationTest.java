/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The example as it runs without a key. */
@ExtendWith(OutputCaptureExtension.class)
class AnswerCustomersApplicationTest {

    @Test
    void answersEveryCustomerAndShowsHealthAndMeters(CapturedOutput output) throws Exception {
        // when
        int status = Demonstration.run(new SpringApplication(AnswerCustomersApplication.class));
        // then
        assertThat(status).as("%s", output).isZero();
        assertThat(output.getOut())
                .contains("> Are you open on Sunday?", "< We are open every day from ten to six.")
                .contains("consumer:answer-customers is \"UP\"")
                .contains("camel_provider_messages_total", "All customers are answered.")
                .doesNotContain("sk_demo");
    }
}

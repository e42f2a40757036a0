/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What every provider's component must do, as JUnit tests that a provider's test class implements: {@link
 * io.camelproviders.testkit.contract.CallContract} for calls, {@link io.camelproviders.testkit.contract.StreamedAnswerContract} for
 * streamed answers, {@link io.camelproviders.testkit.contract.SubscriptionContract} for streams without end. Knows nothing of Camel;
 * the implementing class brings the routes.
 */
@NullMarked
package io.camelproviders.testkit.contract;

import org.jspecify.annotations.NullMarked;

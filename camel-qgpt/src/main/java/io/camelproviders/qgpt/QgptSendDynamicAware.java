/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.support.component.ProviderSendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;

/** One endpoint and producer for all values of {@code toD("qgpt:…")}. */
@SendDynamic("qgpt")
public class QgptSendDynamicAware extends ProviderSendDynamicAware {}

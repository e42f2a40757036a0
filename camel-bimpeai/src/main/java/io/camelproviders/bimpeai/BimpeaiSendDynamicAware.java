/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.support.component.ProviderSendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;

/** One endpoint and producer for all values of {@code toD("bimpeai:…")}. */
@SendDynamic("bimpeai")
public class BimpeaiSendDynamicAware extends ProviderSendDynamicAware {}

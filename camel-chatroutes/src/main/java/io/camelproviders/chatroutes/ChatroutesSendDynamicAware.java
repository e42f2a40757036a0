/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.support.component.ProviderSendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;

/** One endpoint and producer for all values of {@code toD("chatroutes:…")}. */
@SendDynamic("chatroutes")
public class ChatroutesSendDynamicAware extends ProviderSendDynamicAware {}

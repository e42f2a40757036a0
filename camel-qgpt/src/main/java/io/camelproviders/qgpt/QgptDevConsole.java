/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.support.observability.ProviderDevConsole;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Shows what the component is doing: beside calls, its sockets, that of questions of each server first. */
@DevConsole(name = "qgpt", displayName = "QGPT", description = "Sockets, servers and connections of the QGPT component")
public class QgptDevConsole extends ProviderDevConsole {

    public QgptDevConsole() {
        super("qgpt", "QGPT");
    }

    @Override
    protected void add(JsonObject told) {
        if (getCamelContext().hasComponent(getId()) instanceof QgptComponent component) {
            JsonArray sockets = new JsonArray();
            component.sockets().forEach(socket -> sockets.add(new JsonObject(SocketDetails.details(socket))));
            told.put("sockets", sockets);
        }
    }
}

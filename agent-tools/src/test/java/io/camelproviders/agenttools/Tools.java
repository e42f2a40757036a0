/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A started Camel context with the stand-in for {@code ai-tool}. */
final class Tools implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AiToolStub stub = new AiToolStub();

    /** Component options as properties, {@code bimpeai.apiKey} for example. */
    Tools(Map<String, String> options) {
        context.addComponent("ai-tool", stub);
        for (Map.Entry<String, String> option : options.entrySet()) {
            String[] name = option.getKey().split("\\.", 2);
            Component component = context.getComponent(name[0]);
            component.getComponentPropertyConfigurer().configure(context, component, name[1], option.getValue(), true);
        }
        context.start();
    }

    /** Loads a file of this module. */
    Tools load(String file) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:agent-tools/" + file));
        return this;
    }

    /** Loads YAML text, as an application's own route file. */
    Tools use(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("tools.yaml", yaml));
        return this;
    }

    AiToolStub stub() {
        return stub;
    }

    @Override
    public void close() {
        context.stop();
    }
}

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Generator and tests of the tool templates: written from the operation tables, run against the fake servers. */
package io.camelproviders.agenttools;

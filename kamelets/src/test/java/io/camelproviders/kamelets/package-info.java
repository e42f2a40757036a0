/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** The Kamelets: what is in the files, and that they run in YAML routes against the fake servers. */
package io.camelproviders.kamelets;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Runs the packaged Quarkus application. */
package io.camelproviders.compatibility.quarkus;

/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the starter generator; the generated starters are tested in applications. */
package io.camelproviders.starter;

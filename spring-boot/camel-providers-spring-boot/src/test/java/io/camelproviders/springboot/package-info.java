/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of what the starters share, with a component that does not exist. */
package io.camelproviders.springboot;

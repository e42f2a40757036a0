/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the starters in running Spring Boot applications. */
package io.camelproviders.springboot.tests;

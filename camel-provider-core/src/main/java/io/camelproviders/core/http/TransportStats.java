/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

/**
 * What a transport is doing right now, for health and JMX.
 *
 * @param leased connections that carry a call
 * @param pending calls that wait for a connection
 * @param available idle connections, kept for the next calls
 * @param openStreams streams that have not had their end, connecting and waiting ones included
 */
public record TransportStats(int leased, int pending, int available, int openStreams) {}

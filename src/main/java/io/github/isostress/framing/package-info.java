/** Framed: where a message begins and ends in the bytes of a connection. */
package io.github.isostress.framing;

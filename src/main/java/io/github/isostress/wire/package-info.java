/** Sent and received: settings, framing, TLS, one socket, and why a frame did not come. */
package io.github.isostress.wire;

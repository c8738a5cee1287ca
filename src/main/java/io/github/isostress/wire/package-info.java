/** Sent and received: one socket, its deadlines, and why a frame did not come. */
package io.github.isostress.wire;

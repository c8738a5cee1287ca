/** Trusted: who is at the other end, and who we say we are. */
package io.github.isostress.tls;

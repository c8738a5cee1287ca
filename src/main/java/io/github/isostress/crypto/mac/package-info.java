/** Authenticated: message authentication codes of ISO 9797-1, ANSI X9.9 and X9.19, NIST SP 800-38B and RFC 2104. */
package io.github.isostress.crypto.mac;

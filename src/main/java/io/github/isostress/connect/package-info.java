/** Connected: how a connection is made or accepted, name, address, TCP and TLS. */
package io.github.isostress.connect;

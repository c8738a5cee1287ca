/** Connected: where a connection comes from, dialled or accepted, over name, address, TCP and TLS. */
package io.github.isostress.connect;

/** Served: one client's connection to the embedded host, and what the host does about each request. */
package io.github.isostress.host.session;

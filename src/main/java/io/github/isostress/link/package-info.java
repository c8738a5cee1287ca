/** Kept: the life of a link to a host, from its turn to connect over sign-on, echo and pool to sign-off. */
package io.github.isostress.link;

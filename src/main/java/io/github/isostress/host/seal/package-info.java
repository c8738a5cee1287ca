/** Verified and signed: PIN blocks, MACs and cryptograms in the embedded host's requests, and in its answers. */
package io.github.isostress.host.seal;

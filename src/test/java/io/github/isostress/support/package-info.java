/** What tests of several packages share: peers that misbehave on demand, jPOS peers, certificates, messages. */
package io.github.isostress.support;

/** Kept: files of keys outside a plan, in the clear or as a whole under a password. */
package io.github.isostress.crypto.keyfile;

/** Derived: the unique keys of each transaction of a terminal (DUKPT), by ANSI X9.24-1 with 3DES and X9.24-3 with AES. */
package io.github.isostress.crypto.dukpt;

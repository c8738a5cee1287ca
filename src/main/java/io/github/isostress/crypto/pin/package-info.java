/** Concealed: PINs in the enciphered blocks of ISO 9564-1, and out of them again. */
package io.github.isostress.crypto.pin;

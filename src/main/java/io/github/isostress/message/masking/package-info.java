/** Masked: what of a value may be shown, by its element, its form or its tag. */
package io.github.isostress.message.masking;

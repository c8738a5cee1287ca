/** Chip: card and session keys, application cryptograms and their answers (EMV Book 2, VIS, M/Chip). */
package io.github.isostress.crypto.emv;

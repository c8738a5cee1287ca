/** Judged: whether the answer to a request is a success, and if not, why. */
package io.github.isostress.judgement;

/** Watched: how the machine and this JVM fared while they made the load, second by second. */
package io.github.isostress.health.condition;

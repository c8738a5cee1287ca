/** A screen that only tests see: Xvfb, its windows and the times of their events. */
package io.github.isostress.window.screen;

/** Followed: what of a run can be said while it goes on, since its start and over the last seconds. */
package io.github.isostress.health.live;

package io.github.isostress.jmeter.live;

import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.verdict.RunVerdict;
import java.util.Optional;

/**
 * A run at one moment. Immutable.
 *
 * @param view its figures
 * @param goesOn whether it has not ended
 * @param isRemote whether it runs on remote agents
 * @param hasMicroseconds whether times are known in microseconds; else in JMeter's whole milliseconds
 * @param verdict so far; empty if it is not known, as of remote agents, which judge themselves
 */
public record LiveState(
        LiveView view, boolean goesOn, boolean isRemote, boolean hasMicroseconds, Optional<RunVerdict> verdict) {}

package io.github.isostress.pace;

/**
 * How far a schedule is at one moment. Immutable.
 *
 * @param due requests that were due until then
 * @param waiting those of them for which no thread has asked yet
 * @param dropped requests that were left out since no thread was free when they were due
 * @param perSecond how many more come in a second; 0 where nothing is held back or none has begun
 */
public record PaceProgress(long due, long waiting, long dropped, double perSecond) {}

package io.github.isostress.health.live;

/**
 * What was seen over some time. Immutable.
 *
 * @param seconds its length; 0 if no request has ended, or none in a whole second
 * @param asked requests a second that were to be sent; NaN if that is not known, or without a schedule
 * @param ended requests that have ended, answered or not
 * @param replies requests of the other end that were answered
 * @param roundTrips from the first byte written to the last byte read
 * @param lags how much later than due requests were sent
 * @param meanUnderWay how many requests were under way in the mean: their round trips, over the time
 */
public record LiveWindow(
        double seconds,
        double asked,
        long ended,
        long replies,
        Percentiles roundTrips,
        Percentiles lags,
        double meanUnderWay) {

    /** This window, with the rate that was asked for as whoever asked knows it. */
    public LiveWindow withAsked(double known) {
        return new LiveWindow(seconds, known, ended, replies, roundTrips, lags, meanUnderWay);
    }

    /** Requests that ended in a second; NaN over less than a second. */
    public double achieved() {
        return rate(ended);
    }

    /** Requests of the other end that were answered in a second; NaN over less than a second. */
    public double answered() {
        return rate(replies);
    }

    private double rate(long count) {
        return seconds < 1 ? Double.NaN : count / seconds;
    }
}

package io.github.isostress.crypto.card;

import io.github.isostress.crypto.Digits;
import io.github.isostress.words.Plural;

/**
 * What the tracks of a card have in common. Its text shows none of it. Immutable.
 *
 * @param pan 8 to 19 digits
 * @param expiry YYMM
 * @param serviceCode three digits
 * @param discretionary what the issuer has put behind, such as PVKI, PVV and CVV; digits, perhaps none
 */
public record Track(String pan, String expiry, String serviceCode, String discretionary) {
    private static final int SHORTEST_PAN = 8;
    private static final int LONGEST_PAN = 19;
    private static final int EXPIRY = 4;
    private static final int SERVICE_CODE = 3;
    private static final int LONGEST_NAME = 26;
    private static final int SHORTEST_NAME = 2;

    /** Without its sentinels and check digit, as a message has it (ISO/IEC 7813). */
    private static final int LONGEST_TRACK_2 = 37;

    /** Without its sentinels and check digit, as a message has it (ISO/IEC 7813). */
    private static final int LONGEST_TRACK_1 = 76;

    private static final String FORMAT = "B";
    private static final String SEPARATOR_1 = "^";

    /**
     * Checks each part.
     *
     * @throws IllegalArgumentException with one clear sentence that shows none of them
     */
    public Track {
        Digits.require("the PAN", pan, SHORTEST_PAN, LONGEST_PAN);
        Digits.require("the expiry date", expiry, EXPIRY, EXPIRY);
        Digits.require("the service code", serviceCode, SERVICE_CODE, SERVICE_CODE);
        Digits.require("the discretionary data", discretionary, 0, LONGEST_TRACK_1);
    }

    /**
     * Track 2 (ISO/IEC 7813, 7).
     *
     * @param separator = or D
     * @throws IllegalArgumentException with one clear sentence if it has more than 37 characters
     */
    public String second(char separator) {
        return atMost(LONGEST_TRACK_2, "track 2", pan + separator + expiry + serviceCode + discretionary);
    }

    /**
     * Track 1 in format B (ISO/IEC 7813, 6).
     *
     * @param name of the card's holder, surname and slash first, 2 to 26 characters
     * @throws IllegalArgumentException with one clear sentence if the name cannot stand there, or the track has more than
     *     76 characters
     */
    public String first(String name) {
        if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name must have " + SHORTEST_NAME + " to " + LONGEST_NAME
                    + " characters, not " + name.length());
        }
        if (!name.chars().allMatch(Track::standsOnTrack1)) {
            throw new IllegalArgumentException("the name must have capital letters, digits, blanks and / . - ' alone");
        }
        return atMost(
                LONGEST_TRACK_1,
                "track 1",
                FORMAT + pan + SEPARATOR_1 + name + SEPARATOR_1 + expiry + serviceCode + discretionary);
    }

    private static boolean standsOnTrack1(int character) {
        return character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || " /.-'".indexOf(character) >= 0;
    }

    private static String atMost(int longest, String what, String track) {
        if (track.length() > longest) {
            throw new IllegalArgumentException(
                    what + " must have at most " + Plural.of(longest, "character") + ", not " + track.length());
        }
        return track;
    }

    @Override
    public String toString() {
        return "track";
    }
}

package io.github.isostress.draft.capture;

/**
 * A packet as it was recorded. Immutable by agreement: nobody changes the bytes.
 *
 * @param number its place in the file, from 1
 * @param micros when, in microseconds since 1970; 0 if it is not known
 * @param linkType which header it begins with, a number of tcpdump.org's list of LINKTYPE_ values
 * @param bytes what was recorded of it
 * @param wasCut whether it was longer than what was recorded
 */
record CapturedPacket(int number, long micros, int linkType, byte[] bytes, boolean wasCut) {}

package io.github.isostress.bench.host;

import io.github.isostress.bench.Purchase;
import java.nio.ByteBuffer;

/**
 * The approval of a purchase: its bytes with another MTI and DE 39 put in between. Where everything is, is known
 * beforehand, so that an answer is two copies and no object. Immutable.
 */
final class Answer {
    private static final int LENGTH_BYTES = 2;
    private static final int MTI_END = LENGTH_BYTES + 1;
    private static final byte MTI_END_VALUE = 0x10;
    private static final int BITMAP = LENGTH_BYTES + 2;
    private static final int ELEMENT = 39;
    private static final int BITMAP_BYTE = BITMAP + (ELEMENT - 1) / Byte.SIZE;
    private static final int BITMAP_BIT = 0x80 >> (ELEMENT - 1) % Byte.SIZE;
    private static final short APPROVED = 0x3030;

    /** The one that nearly all ask for. */
    static final Answer PLAIN = new Answer(Purchase.PLAIN);

    private final int requestBytes;
    private final int place;

    Answer(Purchase purchase) {
        requestBytes = purchase.frame().length;
        place = purchase.offset(ELEMENT);
    }

    /** How many bytes of frame a request has. */
    int requestBytes() {
        return requestBytes;
    }

    /** How many bytes of frame an answer has. */
    int bytes() {
        return requestBytes + Short.BYTES;
    }

    /**
     * Takes one request out of a buffer and puts its answer into another.
     *
     * @param requests at the beginning of a request that is there as a whole
     */
    void give(ByteBuffer requests, ByteBuffer answers) {
        int request = requests.position();
        int answer = answers.position();
        if (requests.getShort(request) != requestBytes - LENGTH_BYTES) {
            throw new IllegalStateException("a request of another length than the bench's");
        }
        answers.put(answer, requests, request, place);
        answers.putShort(answer, (short) (bytes() - LENGTH_BYTES));
        answers.put(answer + MTI_END, MTI_END_VALUE);
        answers.put(answer + BITMAP_BYTE, (byte) (requests.get(request + BITMAP_BYTE) | BITMAP_BIT));
        answers.putShort(answer + place, APPROVED);
        answers.put(answer + place + Short.BYTES, requests, request + place, requestBytes - place);
        requests.position(request + requestBytes);
        answers.position(answer + bytes());
    }
}

package io.github.isostress.fuzz;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.number.TestPan;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.RandomMessages;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * A valid message to begin with: random elements, and a card number wherever a message has one.
 *
 * @param pan the card number, of 16 digits
 */
record FuzzedMessage(IsoPackager packager, byte[] bytes, String pan) {
    private static final int CHIP_DATA = 55;
    private static final int USUAL_LENGTH = 350;
    private static final int OF_EACH_PACKAGER = 60;

    /** Messages of all built-in packagers, the same for the same seed. */
    static List<FuzzedMessage> all(long seed) {
        Random random = new Random(seed);
        List<FuzzedMessage> messages = new ArrayList<>();
        for (String packager : Packagers.BUILT_IN) {
            Stream.generate(() -> draw(Packagers.builtIn(packager), random))
                    .filter(message -> message.bytes.length <= USUAL_LENGTH)
                    .limit(OF_EACH_PACKAGER)
                    .forEach(messages::add);
        }
        return messages;
    }

    private static FuzzedMessage draw(IsoPackager packager, Random random) {
        String pan = TestPan.random("5413", 16, random);
        String mti = TestMessages.version(packager.name()) + (1 + random.nextInt(8)) + random.nextInt(4) + "0";
        ISOMsg message = RandomMessages.draw(packager, mti, random);
        message.set(2, pan);
        message.set(11, TestPan.random("0", 12, random).substring(6));
        if (random.nextBoolean()) {
            message.set(35, pan + "=28122010000000");
        }
        chipData(message, packager, pan);
        return new FuzzedMessage(packager, TestMessages.pack(message), pan);
    }

    private static void chipData(ISOMsg message, IsoPackager packager, String pan) {
        String objects = "5A08" + pan + "9F02060000000010009F2608" + "0123456789ABCDEF" + "7106860480CA0000";
        if (packager.getFieldPackager(CHIP_DATA) instanceof ISOMsgFieldPackager) {
            return;
        }
        try {
            if (packager.getFieldPackager(CHIP_DATA).createComponent(CHIP_DATA) instanceof ISOBinaryField) {
                message.set(new ISOBinaryField(CHIP_DATA, Bytes.hex(objects)));
            } else {
                message.set(CHIP_DATA, objects);
            }
        } catch (ISOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

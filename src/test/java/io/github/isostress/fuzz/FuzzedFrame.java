package io.github.isostress.fuzz;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.support.Bytes;
import java.util.List;
import java.util.Random;

/**
 * One generated frame; the same for the same seed and number.
 *
 * @param number which frame it is
 * @param origin the message it was made of
 * @param packager what it is to be read with: mostly the origin's
 */
record FuzzedFrame(
        long number, FuzzedMessage origin, Damage damage, FramingPreset preset, IsoPackager packager, byte[] bytes) {
    private static final FramingPreset[] PRESETS = FramingPreset.values();
    private static final Damage[] DAMAGES = Damage.values();
    private static final int LONGEST = 9_999;

    static FuzzedFrame draw(long seed, long number, List<FuzzedMessage> messages) {
        Random random = new Random(seed + number);
        FuzzedMessage origin = messages.get(random.nextInt(messages.size()));
        Damage damage = DAMAGES[random.nextInt(DAMAGES.length)];
        FramingPreset preset = PRESETS[random.nextInt(PRESETS.length)];
        IsoPackager packager =
                (random.nextInt(8) == 0 ? messages.get(random.nextInt(messages.size())) : origin).packager();
        byte[] message = damage.to(origin.bytes(), random);
        byte[] frame = message.length > LONGEST ? message : preset.framing().wrap(message);
        return new FuzzedFrame(number, origin, damage, preset, packager, reframed(frame, random));
    }

    /** Now and then the length in front is damaged, or the frame cut off, or followed by itself. */
    private static byte[] reframed(byte[] frame, Random random) {
        if (frame.length == 0) {
            return frame;
        }
        return switch (random.nextInt(20)) {
            case 0 -> {
                byte[] damaged = frame.clone();
                damaged[random.nextInt(Math.min(4, frame.length))] ^= (byte) (1 << random.nextInt(8));
                yield damaged;
            }
            case 1 -> Damage.TRUNCATION.to(frame, random);
            case 2 -> Bytes.join(frame, frame);
            default -> frame;
        };
    }

    /** All that is needed to run it again. */
    @Override
    public String toString() {
        return "frame " + number + " (" + damage + ", " + preset + ", " + packager.name() + "): " + Bytes.hex(bytes);
    }
}

package io.github.isostress.message.support;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** What a decoder is given: messages of every packager that tests know, and bytes that are none. */
public abstract class MessagesToRead {
    private static final int LONGEST = 300;

    @Provide
    Arbitrary<byte[]> garbage() {
        return Arbitraries.randomValue(random -> {
            byte[] bytes = new byte[random.nextInt(LONGEST)];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    @Provide
    Arbitrary<IsoPackager> packagers() {
        Stream<IsoPackager> own =
                Stream.of(OwnPackager.withEverything(), OwnPackager.withThreeBitmaps(), OwnPackager.withHeader());
        return Arbitraries.of(Stream.concat(Packagers.BUILT_IN.stream().map(Packagers::builtIn), own)
                .toList());
    }

    @Provide
    Arbitrary<SampleMessage> messages() {
        return Arbitraries.oneOf(SampleMessages.ofBuiltInPackagers(), SampleMessages.ofOwnPackagers());
    }
}

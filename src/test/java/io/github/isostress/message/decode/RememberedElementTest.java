package io.github.isostress.message.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberedElementTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final ElementPath STAN = ElementPath.parse("11");

    /** Many STANs in a row are under way at once; those with the same hash are compared one by one. */
    @Test
    void shouldHaveAnotherHashWhenTheStanIsAnother() throws Exception {
        Set<OptionalInt> hashes = new HashSet<>();

        for (int stan = 0; stan < 100_000; stan++) {
            hashes.add(RememberedElement.hashIn(withStan(stan), STAN));
        }

        assertThat(hashes).hasSize(100_000);
    }

    @Test
    void shouldHaveTheSameHashAsItsElementWhenItIsRemembered() throws Exception {
        DecodedMessage message = withStan(131);

        RememberedElement remembered = RememberedElement.of(message, STAN).orElseThrow();

        assertThat(RememberedElement.hashIn(message, STAN)).hasValue(remembered.contentHash());
    }

    private static DecodedMessage withStan(int stan) throws Exception {
        byte[] message = {0x02, 0, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        for (int i = 12, rest = stan; i >= 10; i--, rest /= 100) {
            message[i] = (byte) (rest / 10 % 10 << 4 | rest % 10);
        }
        return new MessageDecoder(BINARY).decode(message);
    }
}

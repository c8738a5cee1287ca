package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.crypto.keyfile.KeyFile;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.message.packager.Packagers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealArgumentsTest {
    @TempDir
    Path folder;

    private static HostArguments arguments(String line) {
        return new HostArguments(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @Test
    void shouldVerifyAndSignNothingWhenNothingIsSaidAboutIt() {
        assertThat(arguments("").settings().seals()).isSameAs(HostSeals.NONE);
    }

    @Test
    void shouldVerifyAndSignWithTheKeysOfAFileWhenBothAreGiven() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.properties"), "MAK=mac aes clear=" + SealedClient.MAK);
        Path seals = Files.writeString(folder.resolve("seals.txt"), SealedClient.BOTH + "\n# no more\n");

        HostSeals ofFile =
                arguments("--keys " + keys + " --seals " + seals).settings().seals();
        HostSeals ofLine = new HostArguments(
                        new String[] {"--keys", keys.toString(), "--seal", SealedClient.VERIFY_MAC})
                .settings()
                .seals();

        assertThat(ofFile.count()).isEqualTo(2);
        assertThat(ofLine.count()).isEqualTo(1);
        assertThat(ofFile.keys().get("MAK").key().length()).isEqualTo(16);
    }

    @Test
    void shouldTakeThePasswordOfAVariableWhenTheKeyFileIsEnciphered() throws Exception {
        Path clear = Files.writeString(folder.resolve("keys.properties"), "MAK=mac aes clear=" + SealedClient.MAK);
        Path enciphered = Files.writeString(
                folder.resolve("keys.enc"), KeyFile.open(clear).enciphered("open sesame"));
        HostArguments arguments = arguments("--keys " + enciphered + " --keys-password-variable MY_PASSWORD");

        HostSeals seals = new SealArguments(arguments, name -> name.equals("MY_PASSWORD") ? "open sesame" : null)
                .seals(Packagers.find("iso87ascii", Path::of));

        assertThat(seals.keys().has("MAK")).isTrue();
        assertThatThrownBy(() -> new SealArguments(arguments, name -> null).seals(Optional.empty()))
                .hasMessage("key file " + enciphered
                        + " is enciphered, and the environment variable MY_PASSWORD is not set");
    }
}

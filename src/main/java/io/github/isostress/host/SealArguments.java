package io.github.isostress.host;

import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.keyfile.KeyFile;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.message.IsoPackager;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The part of {@link HostArguments} that says what the host verifies and signs, and with which keys. */
final class SealArguments {
    static final String SEAL = "seal";
    static final String SEALS = "seals";
    static final String KEYS = "keys";
    static final String PASSWORD_VARIABLE = "keys-password-variable";

    private final HostArguments arguments;
    private final UnaryOperator<String> environment;

    /**
     * Of these arguments.
     *
     * @param environment gives the value of an environment variable; null if it is not set
     */
    SealArguments(HostArguments arguments, UnaryOperator<String> environment) {
        this.arguments = arguments;
        this.environment = environment;
    }

    HostSeals seals(Optional<IsoPackager> packager) {
        return HostSeals.parse(arguments.lines(SEAL, SEALS), packager, keys());
    }

    private Keys keys() {
        if (!arguments.isSet(KEYS)) {
            return Keys.NONE;
        }
        KeyFile file = KeyFile.open(Path.of(arguments.value(KEYS)));
        return file.keys(file.isEnciphered() ? password(file) : "", KeyParity.ADJUSTED, Keys.NONE);
    }

    private String password(KeyFile file) {
        String variable = arguments.value(PASSWORD_VARIABLE);
        String password = environment.apply(variable);
        if (password == null || password.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " is enciphered, and the environment variable " + variable + " is not set");
        }
        return password;
    }
}

package io.github.isostress.crypto.keyfile;

import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Enciphers a key file under a password, or shows the check values of one, from the command line. */
public final class KeyFileMain {
    static final String PASSWORD_VARIABLE = "ISO8583_KEYS_PASSWORD";
    static final String USAGE = """
            Usage: java -jar jmeter-iso-stress.jar keys encrypt IN OUT [VARIABLE]
                   java -jar jmeter-iso-stress.jar keys check FILE [VARIABLE]
              encrypt      writes the key file IN as OUT, enciphered under a password
              check        shows names, uses and check values of the keys in FILE
              -h, --help   this text
            The password is the value of the environment variable ISO8583_KEYS_PASSWORD, or of VARIABLE.
            """;

    private static final String ENCRYPT = "encrypt";
    private static final String CHECK = "check";
    private static final String HELP = "--help";

    private final UnaryOperator<String> environment;

    KeyFileMain(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /**
     * Runs a command; exits with 2 after one sentence if it cannot be done.
     *
     * @param arguments {@code encrypt IN OUT [VARIABLE]}, {@code check FILE [VARIABLE]} or {@code --help}
     */
    public static void main(String[] arguments) {
        try {
            System.out.println(new KeyFileMain(System::getenv).run(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** What {@code --help} prints. */
    public static String usage() {
        return USAGE;
    }

    /**
     * What to print.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    String run(String... arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        if (command.equals(ENCRYPT) && (arguments.length == 3 || arguments.length == 4)) {
            return encrypt(Path.of(arguments[1]), Path.of(arguments[2]), variable(arguments, 3));
        }
        if (command.equals(CHECK) && (arguments.length == 2 || arguments.length == 3)) {
            return check(Path.of(arguments[1]), variable(arguments, 2));
        }
        if (command.equals(HELP)) {
            return USAGE.stripTrailing();
        }
        throw new IllegalArgumentException(USAGE.stripTrailing());
    }

    private static String variable(String[] arguments, int place) {
        return arguments.length > place ? arguments[place] : PASSWORD_VARIABLE;
    }

    private String encrypt(Path in, Path out, String variable) {
        KeyFile file = KeyFile.open(in);
        if (Files.exists(out)) {
            throw new IllegalArgumentException(out + " exists already");
        }
        String enciphered = file.enciphered(password(variable));
        try {
            Files.writeString(out, enciphered);
        } catch (IOException e) {
            throw new IllegalArgumentException(out + " cannot be written", e);
        }
        return "Wrote " + out + ". Delete " + in + " when " + out + " has been checked.";
    }

    private String password(String variable) {
        String password = environment.apply(variable);
        if (password == null || password.isEmpty()) {
            throw new IllegalArgumentException(
                    "the environment variable " + variable + " is not set; its value is the password");
        }
        return password;
    }

    private String check(Path file, String variable) {
        KeyFile opened = KeyFile.open(file);
        String password = opened.isEnciphered() ? password(variable) : "";
        Keys keys = opened.keys(password, KeyParity.ADJUSTED, Keys.NONE);
        return keys.all().isEmpty() ? "no keys" : keys.toString();
    }
}

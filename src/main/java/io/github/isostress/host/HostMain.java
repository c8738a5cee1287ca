package io.github.isostress.host;

import java.util.concurrent.CountDownLatch;

/** Runs a host from the command line until it is stopped. */
public final class HostMain {
    private HostMain() {}

    /**
     * Starts the host and waits; exits with 2 after one sentence if an argument is wrong.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedHost host;
        String begun;
        try {
            HostArguments parsed = new HostArguments(arguments);
            if (parsed.isSet("help")) {
                System.out.print(usage());
                return;
            }
            HostSettings settings = parsed.settings();
            host = EmbeddedHost.start(settings, new HostLog(System.err::println));
            begun = (host.isConnecting() ? "Connecting to " : "Listening on ") + host.place()
                    + (settings.direction().isTls() ? " with TLS" : "") + ". Ctrl+C ends it.";
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            host.close();
            System.out.println(host.record());
        }));
        System.out.println(begun);
        new CountDownLatch(1).await();
    }

    /** What {@code --help} prints. */
    public static String usage() {
        return HostArguments.USAGE;
    }

    /** Whether an argument is an option of this command line. */
    public static boolean isOption(String argument) {
        return HostArguments.isOption(argument);
    }
}

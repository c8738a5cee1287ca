package io.github.isostress.vocabulary;

import java.util.Optional;

/**
 * What message type indicators mean, digit by digit: version, class, function and origin (ISO 8583:1987, 4.1; ISO
 * 8583:2003, 5.2). Thread-safe.
 */
public final class MessageTypes {
    private static final int DIGITS = 4;
    private static final Glossary GLOSSARY = Glossary.of("message-types.properties");

    private MessageTypes() {}

    /**
     * The meaning, such as {@code Financial request, acquirer, ISO 8583:1987} for 0200.
     *
     * @param mti four digits
     * @return empty if one of them has no meaning in the standard
     */
    public static Optional<String> meaning(String mti) {
        if (mti.length() != DIGITS) {
            return Optional.empty();
        }
        return GLOSSARY.meaning("version." + mti.charAt(0))
                .flatMap(version -> type(mti)
                        .flatMap(type -> GLOSSARY.meaning("origin." + mti.charAt(3))
                                .map(origin -> type + ", " + origin + ", " + version)));
    }

    private static Optional<String> type(String mti) {
        return messageClass(mti)
                .flatMap(name -> GLOSSARY.meaning("function." + mti.charAt(2)).map(function -> name + " " + function));
    }

    /** Of class 4 the origin tells a reversal from a chargeback (ISO 8583:1993), but not yet in the version of 1987. */
    private static Optional<String> messageClass(String mti) {
        String byClass = "class." + mti.charAt(1);
        String byOrigin = byClass + "." + mti.charAt(3);
        return GLOSSARY.meaning(byOrigin + ".version." + mti.charAt(0))
                .or(() -> GLOSSARY.meaning(byOrigin))
                .or(() -> GLOSSARY.meaning(byClass));
    }
}

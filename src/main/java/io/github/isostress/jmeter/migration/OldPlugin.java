package io.github.isostress.jmeter.migration;

/** The names by which plans know the elements of jmeter-iso8583 (versions 1.0 to 1.5) and their properties. */
final class OldPlugin {
    static final String PACKAGE = "nz.co.breakpoint.jmeter.iso8583.";
    static final String SAMPLER = PACKAGE + "ISO8583Sampler";
    static final String CONFIG = PACKAGE + "ISO8583Config";
    static final String COMPONENT = PACKAGE + "ISO8583Component";
    /** The name of the component up to version 1.0. */
    static final String TEMPLATE = PACKAGE + "ISO8583Template";

    static final String CRYPTO = PACKAGE + "ISO8583Crypto";

    private OldPlugin() {}

    /** Whether the element is one of the plugin's, known or not. */
    static boolean has(PlanNode node) {
        return node.type().startsWith(PACKAGE);
    }

    /** Whether the element gives fields to the samplers in its scope. */
    static boolean isComponent(PlanNode node) {
        return node.type().equals(COMPONENT) || node.type().equals(TEMPLATE);
    }

    /** The element's class without its package. */
    static String shortType(PlanNode node) {
        return node.type().substring(PACKAGE.length());
    }

    /** The properties of a sampler; a component has the first one, too. */
    static final class Sampler {
        static final String FIELDS = "fields";
        static final String REFERENCE = "configKey";
        static final String HEADER = "header";
        static final String TRAILER = "trailer";
        static final String TIMEOUT = "timeout";
        static final String CODE_FIELD = "responseCodeField";
        static final String SUCCESS_CODES = "successResponseCode";

        private Sampler() {}
    }

    /** The properties of a field in a table. */
    static final class Field {
        static final String CONTENT = "content";
        static final String TAG = "tag";
        static final String COMMENT = "TestPlan.comments";

        private Field() {}
    }

    /** The properties of a connection. */
    static final class Config {
        static final String IDENTIFIER = "configKey";
        static final String CHANNEL = "classname";
        static final String PACKAGER = "packager";
        static final String HEADER = "header";
        static final String HOST = "host";
        static final String PORT = "port";
        static final String REUSE = "reuseConnection";
        static final String MOST_CONNECTIONS = "maxConnections";
        static final String SELECTION = "connectionSelection";
        static final String CHANNEL_PROPERTIES = "channelConfig";
        static final String KEY_STORE = "keystore";
        static final String STORE_PASSWORD = "storePassword";
        static final String KEY_PASSWORD = "keyPassword";
        static final String MTI_MAPPING = "mtiMapping";
        static final String MUX_KEYS = "muxKeyConfig";
        static final String LISTENER = "requestListener";
        /** Of a row of a table. */
        static final String VALUE = "value";

        private Config() {}
    }

    /** The properties of a pre-processor. */
    static final class Crypto {
        static final String PIN_FIELD = "pinField";
        static final String PIN_KEY = "pinKey";
        static final String KSN_FIELD = "ksnField";
        static final String MAC_ALGORITHM = "macAlgorithm";
        static final String MAC_KEY = "macKey";
        static final String MAC_FIELD = "macField";
        static final String CHIP_FIELD = "iccField";
        static final String MASTER_KEY = "imkac";
        static final String SESSION_KEY = "skdm";
        static final String PAN = "pan";
        static final String SEQUENCE = "psn";
        static final String TRANSACTION_DATA = "txnData";
        static final String PADDING = "padding";

        private Crypto() {}
    }
}

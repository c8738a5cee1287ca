package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.tls.KeyStoreContents;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * Reads what is in the key stores and trust stores that an element names. Both methods block. They return empty if no
 * file is named. An IllegalArgumentException says which property has no value, and never holds a password.
 */
public final class StoreInspection {
    private StoreInspection() {}

    /**
     * Reads a key store.
     *
     * @param element with the settings to use
     * @param file the property that names the store
     * @param password the store's password
     * @param privateKey the property that names the PEM file of the private key; empty if the element has no such
     *     property
     * @param variables the values of the plan's variables, expressions as they were written
     * @throws FailureException one of the KEY_STORE failures
     */
    public static Optional<KeyStoreContents> ofKeyStore(
            TestElement element,
            StringPropertyDescriptor<?> file,
            StringPropertyDescriptor<?> password,
            Optional<StringPropertyDescriptor<?>> privateKey,
            Map<String, String> variables)
            throws FailureException {
        PropertyReader read = new PropertyReader(
                PlanVariables.evaluated(element, variables, file, password, privateKey.orElse(file)));
        Path store = read.file(file);
        return store == null
                ? Optional.empty()
                : Optional.of(KeyStoreContents.ofKeyStore(
                        store, read.secret(password), privateKey.map(read::file).orElse(null)));
    }

    /**
     * Reads a trust store.
     *
     * @param element with the settings to use
     * @param file the property that names the store
     * @param password the store's password
     * @param variables the values of the plan's variables, expressions as they were written
     * @throws FailureException one of the KEY_STORE failures
     */
    public static Optional<KeyStoreContents> ofTrustStore(
            TestElement element,
            StringPropertyDescriptor<?> file,
            StringPropertyDescriptor<?> password,
            Map<String, String> variables)
            throws FailureException {
        PropertyReader read = new PropertyReader(PlanVariables.evaluated(element, variables, file, password));
        Path store = read.file(file);
        return store == null
                ? Optional.empty()
                : Optional.of(KeyStoreContents.ofTrustStore(store, read.secret(password)));
    }
}

package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.element.PropertyReader;
import io.github.isostress.tls.KeyStoreContents;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * Looks into the key stores and trust stores that an element names. Both methods block, and give nothing where no file
 * is named. An IllegalArgumentException says which property has no value; never is there a password in it.
 */
public final class StoreInspection {
    private StoreInspection() {}

    /**
     * Looks into a key store.
     *
     * @param element as it is to be used
     * @param file the property that names the store
     * @param password the store's password
     * @param privateKey the property that names the PEM file of the private key; empty if the element has none such
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
     * Looks into a trust store.
     *
     * @param element as it is to be used
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

package io.github.isostress.jmeter.function;

import java.util.List;

/**
 * How a function is written that gives a template's values, and what it gives. Immutable.
 *
 * @param form its name and the names, or usual values, of its arguments: {@code __isoPan(bin,length)}
 * @param meaning one line
 */
public record FunctionForm(String form, String meaning) {
    /** The plugin's functions, those for elements first in the order of the elements. */
    public static final List<FunctionForm> OURS = List.of(
            new FunctionForm("__isoPan(bin,length)", "DE 2: a random card number behind the BIN, Luhn-valid"),
            new FunctionForm("__isoUtc(MMddHHmmss)", "DE 7: the time in UTC, in this pattern"),
            new FunctionForm("__isoStan()", "DE 11: the next STAN, six digits, unique over all threads"),
            new FunctionForm("__isoTrack2(pan,expiry,service,more,separator)", "DE 35: track 2 of a card"),
            new FunctionForm("__isoRrn()", "DE 37: the next retrieval reference number, twelve digits"),
            new FunctionForm("__isoPinBlock(format,key,pin,pan)", "DE 52: a PIN block under a zone key, in hex digits"),
            new FunctionForm("__isoKsn(id,start)", "DE 53: the KSN of a terminal's next DUKPT transaction"),
            new FunctionForm("__isoMac(algorithm,padding,length,key,data)", "the MAC of data, in hex digits"),
            new FunctionForm("__isoCvv(key,pan,expiry,service)", "the CVV, CVV2 or iCVV of a card"),
            new FunctionForm("__isoPvv(key,pan,pvki,pin)", "Visa's PVV of a card and its PIN"),
            new FunctionForm("__isoKcv(3DES,key)", "the check value of a key, six hex digits"),
            new FunctionForm("__isoHex(text,1)", "a text in hex digits, with its length in one byte in front"),
            new FunctionForm("__isoThread(4)", "DE 41: a thread's number over all machines, with zeros to this width"),
            new FunctionForm("__isoAgent(number)", "this machine's number among those that make load; or count, name"),
            new FunctionForm("__isoProperty(name,default,range)", "a JMeter property, or the default if it is blank"),
            new FunctionForm(
                    "__isoIfBlank(property,blank,set)", "the first text if a property is blank, else the second"));

    /** Functions of JMeter that go with them. */
    public static final List<FunctionForm> OF_JMETER = List.of(
            new FunctionForm("__Random(1,99999)", "DE 4: a random number between these two"),
            new FunctionForm("__time(HHmmss,)", "DE 12 and 13: the local time, in this pattern"));

    /** The name alone. */
    public String name() {
        return form.substring(0, form.indexOf('('));
    }
}

package io.github.isostress.host.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.HostSettings;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a rule that cannot be read, reached or carried out. */
class HostRuleMistakesTest {
    private static final Optional<IsoPackager> PACKAGER = Optional.of(Packagers.builtIn("iso87ascii"));

    private static HostRules parse(String text) {
        return HostRules.parse(text, PACKAGER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "always no answer | there is no ':' between the condition and what is done, as in 'every 100 : no answer'",
                "colour red | there is no ':' between the condition and what is done, as in 'every 100 : no answer'",
                "seed | seed is missing after 'seed'",
                "seed x | 'x' is no seed, which is a whole number from 0 to 999999999999",
                "seed 1 2 | '2' cannot follow the seed, which is one number",
                ": no answer | there is no condition before ':'; allowed are mti, amount, de, bytes, every, share, always, on connect, after 30 s, every 60 s",
                "colour red : close | 'colour' is no condition; allowed are mti, amount, de, bytes, every, share, always, on connect, after 30 s, every 60 s",
                "on : close | 'on' is no condition; allowed are mti, amount, de, bytes, every, share, always, on connect, after 30 s, every 60 s",
                "mti 0200 mti 0220 : close | 'mti' cannot follow here; allowed are mti, amount, de, bytes, every, share, always, on connect, after 30 s, every 60 s, each once, and every or share as the last",
                "every 2 share 2% : close | 'share' cannot follow here; allowed are mti, amount, de, bytes, every, share, always, on connect, after 30 s, every 60 s, each once, and every or share as the last",
                "always every 2 : close | 'every' cannot follow here; allowed are mti, amount, de, bytes, every, share, always, on connect, after 30 s, every 60 s, each once, and every or share as the last",
                "mti : close | message type is missing after 'mti'",
                "mti 200 : close | '200' is no message type: write four digits, with x for any digit, as 0200 or 04x0",
                "mti 0200, : close | message type is missing after ','",
                "amount : close | amount is missing after 'amount'",
                "amount 5000- : close | '5000-' is no amount, which is written as 50 or 50-200, the smaller number first, up to 999999999999",
                "amount 6000-5000 : close | '6000-5000' is no amount, which is written as 50 or 50-200, the smaller number first, up to 999999999999",
                "amount 12.50 : close | '12.50' is no amount, which is written as 50 or 50-200, the smaller number first, up to 999999999999",
                "de x TERM : close | 'x' is no data element: write a number such as 11, 48.1 or 55.9F02",
                "de 129 X : close | 'de' needs DE 129, which packager iso87ascii does not define",
                "de 41 : close | value is missing after '41'",
                "bytes x 02 : close | 'x' names no bytes: write an offset from 0 such as 4, a range such as 4-5, or 8-end",
                "bytes 1 : close | value of bytes 1 is missing after '1'",
                "bytes 1 OK : close | 'OK' is no value of bytes, which is two hex digits for each",
                "bytes 1-2 02 : close | bytes 1-2 are 2 in number, and '02' is 1",
                "always : change | place of bytes is missing after 'change'",
                "always : change 1 02 | behind the bytes of 'change' there must be 'to' and their value, as in 'change 1 to 11, 4-5 to 0017'",
                "always : change 1-end to 02 | 'change' needs the offsets of the bytes, as in 'change 1 to 11, 4-5 to 0017'",
                "always : change 1-2 to 02 | bytes 1-2 are 2 in number, and '02' is 1",
                "every : close | count is missing after 'every'",
                "every 0 : close | '0' is no count, which is a whole number from 1 to 1000000000",
                "every x : close | 'x' is no count, which is a whole number from 1 to 1000000000",
                "share 2 : close | '2' is no share, which is written as 2% or 0.1%, above 0% and up to 100%",
                "share 0% : close | '0%' is no share, which is written as 2% or 0.1%, above 0% and up to 100%",
                "share 101% : close | '101%' is no share, which is written as 2% or 0.1%, above 0% and up to 100%",
                "after 30 : drop all connections | '30' is no time; write a number and its unit, as 30 s",
                "after 8000000 min : drop all connections | '8000000' is no time, which is written as 20 (in ms), 5 s or 2 min, from 1 to 604800000 ms",
                "always : | there is no behaviour behind ':'; allowed are approve, decline, delay, no answer, close, reset, cut, byte by byte, two in one packet, wrong key, wrong mti, wrong mac, wrong arpc, without mac, without arpc, new key, change, twice, late, garbage without frame, garbage, oversize length, forward to, speak first, drop all connections, stop accepting",
                "always : explode | 'explode' is no behaviour; allowed are approve, decline, delay, no answer, close, reset, cut, byte by byte, two in one packet, wrong key, wrong mti, wrong mac, wrong arpc, without mac, without arpc, new key, change, twice, late, garbage without frame, garbage, oversize length, forward to, speak first, drop all connections, stop accepting",
                "always : delay 5 then | there is no behaviour behind 'then'; allowed are approve, decline, delay, no answer, close, reset, cut, byte by byte, two in one packet, wrong key, wrong mti, wrong mac, wrong arpc, without mac, without arpc, new key, change, twice, late, garbage without frame, garbage, oversize length, forward to, speak first, drop all connections, stop accepting",
                "always : close reset | 'reset' cannot follow 'close'; allowed is then and another behaviour",
                "always : close then reset | nothing can follow 'close'",
                "always : decline 51 then twice | nothing can follow 'decline 51'",
                "always : close : reset | there is a second ':'; a value that holds one is put in double quotes",
                "de 41 \"TERM : close | a quotation mark has no other that closes it",
                "always : decline | response code (DE 39) is missing after 'decline'",
                "always : decline 051 | '051' is no response code: DE 39 has 2 letters or digits with packager iso87ascii",
                "always : decline 51 60%, 05 30% | the shares of 'decline' add up to 90.0%; they must add up to 100%, as in 'decline 51 60%, 05 40%'",
                "always : decline 51 60%, 05 | share is missing after '05'",
                "always : decline 51, 05 | ',' cannot follow 'decline 51'; allowed is then and another behaviour",
                "always : delay | delay is missing after 'delay'",
                "always : delay -5 | '-5' is no delay, which is written as 20 (in ms), 5 s or 2 min, from 0 to 3600000 ms",
                "always : delay 5 h | 'h' cannot follow 'delay'; allowed is then and another behaviour",
                "always : delay 61 min | '61' is no delay, which is written as 20 (in ms), 5 s or 2 min, from 0 to 3600000 ms",
                "always : delay uniform 200-50 | '200-50' is no range of milliseconds, which is written as 50 or 50-200, the smaller number first, up to 3600000",
                "always : delay lognormal 5 0.5 | a lognormal delay needs its median, its sigma and its bound, as in 'delay lognormal 5 0.5 max 100'",
                "always : delay lognormal 5 9 max 100 | '9' is no sigma, which is a number from 0 to 5",
                "always : delay lognormal 5 0.5 max 4 | '4' is no bound in ms, which is a number from 5 to 3600000",
                "always : cut | number of bytes, or share as 50% is missing after 'cut'",
                "always : cut 10 | write 'cut 10 bytes' or 'cut 50%'",
                "always : cut 100% | '100%' is a whole frame; a cut is below 100%",
                "always : cut 0 bytes | '0' is no number of bytes, or share as 50%, which is a whole number from 1 to 100000000",
                "always : cut 5 bytes then reset | nothing can follow 'cut'",
                "always : byte by byte | pause is missing after 'byte'",
                "always : late 0 | '0' is no time, which is written as 20 (in ms), 5 s or 2 min, from 1 to 3600000 ms",
                "always : stop accepting | time is missing after 'accepting'",
                "always : wrong key x | 'x' is no data element, which is a whole number from 2 to 128",
                "always : wrong key 1 | '1' is no data element, which is a whole number from 2 to 128",
                "always : forward to | the issuer's address is missing after 'to'",
                "always : forward to 127.0.0.1 | forward to: host '127.0.0.1' has no port, and none is set for hosts without one",
                "always : forward to issuer:99999 | forward to: host 'issuer:99999': port 99999 is outside 1 to 65535",
                "always : forward to clients on :8001 | there is a second ':'; a value that holds one is put in double quotes",
                "always : forward to issuer:8001, issuer:8002 | ',' cannot follow 'forward'; allowed is then and another behaviour",
                "always : forward to issuer:8001 takes | time of its own is missing after 'takes'",
                "always : forward to issuer:8001 timeout 0 | '0' is no timeout, which is written as 20 (in ms), 5 s or 2 min, from 1 to 3600000 ms",
                "always : forward to issuer:8001 then close | nothing can follow 'forward'",
                "on connect : forward to issuer:8001 | 'forward' cannot be played on connect",
                "on connect : no answer | 'no answer' cannot be played on connect",
                "on connect : decline 51 | 'decline 51' cannot be played on connect",
                "after 5 s : close | 'close' cannot be played at a time",
                "every 5 s : delay 5 then drop all connections | 'delay' cannot be played at a time",
            })
    void shouldSayLineAndWordAndWhatIsAllowedWhenARuleIsWrong(String rule, String sentence) {
        assertThatThrownBy(() -> parse("# first\n" + rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rules, line 2: " + sentence);
    }

    @Test
    void shouldRefuseARuleThatIsNeverReachedWhenAnotherTakesEverything() {
        assertThatThrownBy(() -> parse("on connect : close\nalways : delay 5\n\nevery 2 : close"))
                .hasMessage("rules, line 4: no request comes this far, since line 2 acts about every request");
        assertThatCode(() -> parse("always : wrong key 37\nalways : close")).doesNotThrowAnyException();
    }

    @Test
    void shouldShowNoCardNumberWhenARuleIsWrongOrPrinted() {
        assertThatThrownBy(() -> parse("mti 9999990000000013 : close"))
                .hasMessage("rules, line 1: '999999...' is no message type: write four digits, with x for any digit,"
                        + " as 0200 or 04x0");
        assertThatThrownBy(() -> parse("always : 9999990000000013D2512"))
                .hasMessageStartingWith("rules, line 1: '999999...D2512' is no behaviour");
        assertThat(parse("de 2 9999990000000013 : close")).hasToString("1 rule");
    }

    @Test
    void shouldRefuseTheSeedWhenItIsGivenTwice() {
        assertThatThrownBy(() -> parse("seed 1\nseed 2")).hasMessage("rules, line 2: the seed is given a second time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mti 0200 : close | 'mti' needs a packager, and the host has none; allowed are bytes, every, share, always, on connect, after 30 s, every 60 s",
                "amount 5 : close | 'amount' needs a packager, and the host has none; allowed are bytes, every, share, always, on connect, after 30 s, every 60 s",
                "de 41 X : close | 'de' needs a packager, and the host has none; allowed are bytes, every, share, always, on connect, after 30 s, every 60 s",
                "always : decline 51 | 'decline' needs a packager, and the host has none",
                "always : wrong key | 'wrong key' needs a packager, and the host has none",
                "always : wrong key 37 | 'wrong key' needs a packager, and the host has none",
                "always : wrong mti | 'wrong mti' needs a packager, and the host has none",
                "on connect : speak first | 'speak first' needs a packager, and the host has none",
                "always : forward to issuer:8001 | 'forward to' needs a packager, and the host has none",
            })
    void shouldRefuseWhatNeedsElementsWhenThereIsNoPackager(String rule, String sentence) {
        assertThatThrownBy(() -> HostRules.parse(rule, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rules, line 1: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | rules: 'oversize length' needs a framing that begins with a length",
                "etx | rules: 'oversize length' needs a framing that begins with a length",
                "binary2 | rules: 'oversize length' needs a framing that can announce more than its maximum: its length goes to 65535 and its maximum is 100000, so give host and client the same max= below that, such as max=4096",
            })
    void shouldRefuseASettingWhenItsFramingCannotAnnounceTooMuch(String framing, String sentence) {
        HostRules rules = parse("always : oversize length");

        assertThatThrownBy(() -> new HostSettings(
                        "127.0.0.1", 0, FramingReader.parse(framing), PACKAGER, Optional.empty(), rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void shouldRefuseASettingWhenItsRulesWereReadForAPackagerAndItHasNone() {
        HostRules rules = parse("every 2 : close\nmti 0200 : close");

        assertThatThrownBy(() -> new HostSettings(
                        "127.0.0.1", 0, FramingReader.parse(""), Optional.empty(), Optional.empty(), rules))
                .hasMessage("rules, line 2: it needs data elements, and the host has no packager");
    }
}

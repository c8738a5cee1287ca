package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host1                                      | 5000   | [host1:5000]",
                "host1:5001                                 | ''     | [host1:5001]",
                "host1:5000,host2:5001, [::1]:5002, host3   | ' 99 ' | [host1:5000, host2:5001, [::1]:5002, host3:99]",
                "' 10.0.0.1 : 5000 , b_c.example '          | 99     | [10.0.0.1:5000, b_c.example:99]",
                "::1, [fe80::1%eth0], [2001:db8::1]:65535   | 1      | [[::1]:1, [fe80::1%eth0]:1, [2001:db8::1]:65535]",
                "same:1,same:1                              | ''     | [same:1, same:1]",
            })
    void shouldReadAllWhenEachIsAnEndpoint(String hosts, String defaultPort, String endpoints) {
        assertThat(Endpoint.parse(hosts, defaultPort)).hasToString(endpoints);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | 5000  | host is empty",
                "' '           | 5000  | host is empty",
                "a,,b          | 5000  | host: entry 2 of 3 is empty",
                "a,            | 5000  | host: entry 2 of 2 is empty",
                "a:1,b         | ' '   | host 'b' has no port, and none is set for hosts without one",
                "a:1,b:        | 5000  | host 'b:' has no port, and none is set for hosts without one",
                ":5000         | 5000  | host ':5000' has no name",
                "a:0           | 5000  | host 'a:0': port 0 is outside 1 to 65535",
                "a:65536       | 5000  | host 'a:65536': port 65536 is outside 1 to 65535",
                "a             | 70000 | host 'a': port 70000 is outside 1 to 65535",
                "a:x           | 5000  | host 'a:x': port 'x' is no whole number",
                "a             | x     | host 'a': port 'x' is no whole number",
                "a:1:2         | 5000  | host 'a:1:2': port '1:2' is no whole number",
                "a b:1         | 5000  | host 'a b:1': a name holds no blanks",
                "a b           | 5000  | host 'a b': a name holds no blanks",
                "[::1          | 5000  | host '[::1' is none of name:port, address:port and [IPv6 address]:port",
                "[::1]5000     | 5000  | host '[::1]5000' is none of name:port, address:port and [IPv6 address]:port",
                "[host]:5000   | 5000  | host '[host]:5000': 'host' is no IPv6 address",
                "[]:5000       | 5000  | host '[]:5000': '' is no IPv6 address",
            })
    void shouldNameTheEntryWhenItIsNone(String hosts, String defaultPort, String sentence) {
        assertThatThrownBy(() -> Endpoint.parse(hosts, defaultPort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void shouldReadItsOwnTextWhenPrinted() {
        Endpoint endpoint = new Endpoint("2001:db8::1", 5000);

        assertThat(Endpoint.parse(endpoint.toString(), "")).containsExactly(endpoint);
    }
}

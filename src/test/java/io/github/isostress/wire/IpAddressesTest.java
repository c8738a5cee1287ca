package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that counts as an address is never resolved as a name. */
class IpAddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "1.2.3.4", "127.0.0.1", "255.255.255.255", "010.1.2.3"})
    void shouldBeIpv4WhenFourNumbersStandBetweenDots(String text) {
        assertThat(IpAddresses.isIpv4(text)).isTrue();
        assertThat(IpAddresses.isIpv6(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "::1", "1::", "fe80::1", "2001:DB8::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"})
    void shouldBeIpv6WhenRfc4291WritesItSo(String text) {
        assertThat(IpAddresses.isIpv6(text)).isTrue();
        assertThat(IpAddresses.isIpv4(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":",
                ":::",
                "1:",
                ":1",
                "1.2.3",
                "1.2.3.4.",
                ".1.2.3.4",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.0004",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "::1.2.3",
                "g::1",
                "::1%eth0",
                "[::1]",
                "::1]:[",
                "abc",
                "a.b:c",
                "host",
                "host.example",
                "1.2.3.4 "
            })
    void shouldBeNeitherWhenItIsNoAddress(String text) {
        assertThat(IpAddresses.isIpv4(text)).isFalse();
        assertThat(IpAddresses.isIpv6(text)).isFalse();
    }
}

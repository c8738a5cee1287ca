package io.github.isostress.jmeter;

import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Requests of a test that come back to it as the issuer. */
class BothSidesTest {
    private static final ElementPath RRN = ElementPath.parse("37");
    private static final ElementPath STAN = ElementPath.parse("11");

    private final BothSides sides = new BothSides();

    private static DecodedMessage request(String stan) throws FailureException {
        return new MessageDecoder(Packagers.builtIn("iso87ascii")).decode(pack(purchase("iso87ascii", stan)));
    }

    @Test
    void shouldGiveTheIssuersTimeWhenTheRequestPassedThere() throws Exception {
        sides.joinBy(RRN);
        BothSides.Departure departure = sides.begin(request("000001"));
        BothSides.Departure other = sides.begin(request("000002"));
        sides.answered(request("000001"), RRN, 5_000);

        assertThat(departure.end()).isEqualTo(OptionalLong.of(5_000));
        assertThat(other.end()).isEmpty();
    }

    @Test
    void shouldGiveNothingWhenNobodyJoins() throws Exception {
        assertThat(sides.begin(request("000001"))).isSameAs(BothSides.Departure.NOT_JOINED);
        assertThat(BothSides.Departure.NOT_JOINED.end()).isEmpty();
    }

    @Test
    void shouldJoinByTheOneThatIsAnsweredWhenThereAreTwoKeys() throws Exception {
        sides.joinBy(RRN);
        sides.joinBy(STAN);
        BothSides.Departure departure = sides.begin(request("000001"));
        sides.answered(request("000001"), STAN, 7_000);

        assertThat(departure.end()).isEqualTo(OptionalLong.of(7_000));
    }

    @Test
    void shouldJoinNeitherWhenTheSameKeyIsUnderWayTwice() throws Exception {
        sides.joinBy(RRN);
        BothSides.Departure first = sides.begin(request("000001"));
        BothSides.Departure second = sides.begin(request("000001"));
        sides.answered(request("000001"), RRN, 5_000);

        assertThat(first.end()).isEmpty();
        assertThat(second.end()).isEmpty();
    }

    @Test
    void shouldNotJoinWhenTheIssuerIsAskedTwice() throws Exception {
        sides.joinBy(RRN);
        BothSides.Departure departure = sides.begin(request("000001"));
        sides.answered(request("000001"), RRN, 5_000);
        sides.answered(request("000001"), RRN, 6_000);

        assertThat(departure.end()).isEmpty();
    }

    /** A reversal has the reference of the request before it. */
    @Test
    void shouldJoinBothWhenTheSameKeyComesOneAfterTheOther() throws Exception {
        sides.joinBy(RRN);
        for (long nanos : new long[] {5_000, 6_000}) {
            BothSides.Departure departure = sides.begin(request("000001"));
            sides.answered(request("000001"), RRN, nanos);

            assertThat(departure.end()).isEqualTo(OptionalLong.of(nanos));
        }
    }

    @Test
    void shouldForgetTheAnswerWhenItsRequestIsNoLongerAwaited() throws Exception {
        sides.joinBy(RRN);
        sides.begin(request("000001")).end();
        sides.answered(request("000001"), RRN, 5_000);

        assertThat(sides.begin(request("000001")).end()).isEmpty();
    }
}

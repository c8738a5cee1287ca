package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestMessages;
import io.github.isostress.support.signing.AnsweringHost;
import io.github.isostress.support.signing.JceMac;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** Answers whose MAC or ARPC is wrong, missing, or cannot be verified: the second of three. */
final class VerificationMishaps {
    /** Of the MAC, and of the published cryptogram. */
    static final String KEY = "0123456789ABCDEFFEDCBA9876543210";

    private static final byte[] MAC_KEY = HexFormat.of().parseHex(KEY);
    private static final byte[] OTHER_KEY = HexFormat.of().parseHex("89ABCDEF0123456776543210FEDCBA98");
    private static final String PACKAGER = "iso87binary";
    private static final String PURCHASE = """
            0 0200
            2 %s
            11 ${__isoStan()}
            41 TERM0001
            """.formatted(Mishap.PAN);
    private static final String CHIP = """
            0 0200
            2 1234567890123456
            11 ${__isoStan()}
            41 TERM0001
            55.9F26 29CCA15AE665FA2E
            55.9F10 06010A03A06010
            55.9F36 001C
            55.9F37 52BF4585
            """;
    private static final String ARPC = "910A28993816AFAE4AEB3030";
    private static final String WRONG_ARPC = "910A28993816AFAE4AEC3030";

    private final Mishaps mishaps;

    VerificationMishaps(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    void add() {
        mac(Failure.MAC_MISMATCH, answer -> JceMac.signed(answer, OTHER_KEY));
        mac(Failure.MAC_MISSING, TestMessages::pack);
        mac(Failure.NOT_VERIFIED, answer -> {
            answer.set(41, "TERM0002");
            return JceMac.signed(answer, MAC_KEY);
        });
        arpc(Failure.ARPC_MISMATCH, answer -> withChipData(answer, WRONG_ARPC));
        arpc(Failure.ARPC_MISSING, TestMessages::pack);
    }

    /** The key has the name of the terminal that the answer tells. */
    private void mac(Failure failure, Function<ISOMsg, byte[]> wrong) {
        mishap(failure, PURCHASE, answer -> JceMac.signed(answer, MAC_KEY), wrong)
                .verifying("TERM0001 mac 3des clear=" + KEY, "64:= mac key=@41 algorithm=retail direction=response");
    }

    private void arpc(Failure failure, Function<ISOMsg, byte[]> wrong) {
        mishap(failure, CHIP, answer -> withChipData(answer, ARPC), wrong)
                .verifying("IMK imk-ac 3des clear=" + KEY, "55.91:= arpc key=IMK cvn=10");
    }

    private Mishap mishap(
            Failure failure, String template, Function<ISOMsg, byte[]> right, Function<ISOMsg, byte[]> wrong) {
        AtomicInteger requests = new AtomicInteger();
        AnsweringHost host = new AnsweringHost(
                request -> (requests.incrementAndGet() == 2 ? wrong : right).apply(approval(request)));
        mishaps.closeAtTheEnd(host::close);
        Mishap mishap = mishaps.once(failure, host.port(), 1, 3);
        Mishaps.set(mishap.connection, Iso8583ConnectionSchema.INSTANCE.packager, PACKAGER);
        mishap.request.set(Iso8583RequestSchema.INSTANCE.template, template);
        return mishap;
    }

    private static ISOMsg approval(byte[] request) {
        try {
            ISOMsg answer = TestMessages.unpack(PACKAGER, request);
            answer.setResponseMTI();
            answer.set(39, "00");
            answer.unset(55);
            return answer;
        } catch (ISOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] withChipData(ISOMsg answer, String tags) {
        answer.set(55, HexFormat.of().parseHex(tags));
        return TestMessages.pack(answer);
    }
}

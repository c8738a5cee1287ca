package io.github.isostress.bench.client;

import io.github.isostress.bench.Purchase;
import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOPackager;
import org.jpos.iso.ISOUtil;
import org.jpos.iso.packager.GenericPackager;

/** What jPOS makes of it: a few {@code sockets}, each a channel behind a QMUX that all threads use at once. */
public final class MuxClient implements Client {
    private static final int STAN = 11;
    private static final int STAN_DIGITS = 6;
    private static final long TIMEOUT_MILLIS = 30_000;
    private final List<JposMux> muxes = new ArrayList<>();
    private final ISOMsg purchase = new ISOMsg();
    private final int stansEach;

    private MuxClient(CommandLine told) throws Exception {
        stansEach = BareRequest.STANS / (int) told.number("connections");
        ISOPackager packager = new GenericPackager("jar:packager/" + Purchase.PACKAGER + ".xml");
        purchase.setPackager(packager);
        purchase.unpack(Purchase.PLAIN.message());
        SocketFactory factory = ClientTrust.sockets(told.text("trust", ""));
        for (int i = 0; i < told.number("sockets", 1); i++) {
            muxes.add(new JposMux("bench" + i, packager, factory, (int) told.number("port")));
        }
    }

    /** Obeys until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LoadCommands.ofClient(MuxClient::new).obey();
    }

    @Override
    public Purchaser purchaser(int turn) {
        JposMux mux = muxes.get(turn % muxes.size());
        return new Purchaser() {
            private int next;

            @Override
            public long exchange() throws ISOException {
                ISOMsg request = (ISOMsg) purchase.clone();
                request.set(STAN, ISOUtil.zeropad(turn * stansEach + next, STAN_DIGITS));
                next = (next + 1) % stansEach;
                long before = System.nanoTime();
                if (mux.request(request, TIMEOUT_MILLIS) == null) {
                    throw new ISOException("no answer within " + TIMEOUT_MILLIS + " ms");
                }
                return System.nanoTime() - before;
            }

            @Override
            public void close() {
                // The channel is everybody's.
            }
        };
    }

    @Override
    public void close() {
        muxes.forEach(JposMux::close);
    }
}

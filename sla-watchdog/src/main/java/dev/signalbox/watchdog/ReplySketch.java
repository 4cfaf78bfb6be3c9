package dev.signalbox.watchdog;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Times from acceptance to first reply, as a DDSketch: quantiles within 1 % of a value that was seen. What it says
 * depends on the times alone, not on their order.
 */
final class ReplySketch {

    private static final double RELATIVE_ACCURACY = 0.01;
    private static final double NANOS_PER_SECOND = 1e9;

    private final DDSketch sketch;

    private ReplySketch(DDSketch sketch) {
        this.sketch = sketch;
    }

    static ReplySketch empty() {
        return new ReplySketch(DDSketches.unboundedDense(RELATIVE_ACCURACY));
    }

    static ReplySketch of(byte[] kept) {
        try {
            return new ReplySketch(DDSketch.decode(ByteArrayInput.wrap(kept), UnboundedSizeDenseStore::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Duration took) {
        sketch.accept(took.toNanos() / NANOS_PER_SECOND);
    }

    long replies() {
        return Math.round(sketch.getCount());
    }

    /** The time within which that share of replies came, in whole seconds; zero where there are none. */
    Duration within(BigDecimal quantile) {
        return sketch.isEmpty()
                ? Duration.ZERO
                : Duration.ofSeconds(Math.round(sketch.getValueAtQuantile(quantile.doubleValue())));
    }

    byte[] bytes() {
        try {
            GrowingByteArrayOutput output = GrowingByteArrayOutput.withDefaultInitialCapacity();
            sketch.encode(output, false);
            return output.trimmedCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

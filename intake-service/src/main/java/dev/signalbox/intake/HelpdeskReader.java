package dev.signalbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.intake.nativeformat.NativeFormat;
import dev.signalbox.intake.reading.Connection;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** From the bytes of a record to what they come to; a pure function of the record. */
@ApplicationScoped
public class HelpdeskReader {

    private static final Logger LOG = Logger.getLogger(HelpdeskReader.class);
    private static final String OWN_TICKET = "signalbox.ticket.v1";
    private static final String OWN_ACTIVITY = "signalbox.activity.v1";

    private final Helpdesks helpdesks;
    private final NativeFormat nativeFormat;

    public HelpdeskReader(Helpdesks helpdesks, NativeFormat nativeFormat) {
        this.helpdesks = helpdesks;
        this.nativeFormat = nativeFormat;
    }

    /** What was read, and the source it is counted under. */
    public record Result(String source, Reading reading) {}

    /** Reads a record. Whatever it holds, the result is a reading: a record never holds the others up. */
    public Result read(Headers headers, byte @Nullable [] value, Instant receivedAt) {
        String source = "unknown";
        try {
            Envelope envelope = Envelope.open(headers, value);
            String type = envelope.eventType();
            boolean own = OWN_TICKET.equals(type) || OWN_ACTIVITY.equals(type);
            String kind = own ? NativeFormat.KIND : envelope.header("sourcetype");
            String said = envelope.header("source");
            Connection connection =
                    helpdesks.connection(own && said == null ? NativeFormat.KIND : said, kind, envelope.payload());
            source = connection.source();
            Delivery delivery =
                    new Delivery(connection, envelope.payload(), envelope.headers(), envelope.deliveryId(), receivedAt);
            Adapter adapter = OWN_ACTIVITY.equals(type)
                    ? nativeFormat::activity
                    : OWN_TICKET.equals(type) ? nativeFormat::ticket : helpdesks.adapter(connection)::read;
            return new Result(source, withoutEcho(each(adapter, delivery), connection));
        } catch (UnreadableRecord refused) {
            return new Result(source, new Reading.Refused(refused.reason()));
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "no reading of a record from %s", source);
            return new Result(
                    source,
                    Reading.refused(
                            "NOT_UNDERSTOOD",
                            "The adapter failed on this record ("
                                    + fault.getClass().getSimpleName()
                                    + "); the log of the service has the trace. Replay it after an upgrade."));
        }
    }

    /** What write-back did in the helpdesk comes back as its webhook; it must not look like an agent's acceptance. */
    private static Reading withoutEcho(Reading reading, Connection connection) {
        if (connection.writeBackUsers().isEmpty()) {
            return reading;
        }
        List<Reading> parts = reading.parts().stream()
                .map(part -> part instanceof Reading.ActivityTold told
                                && connection.isWriteBack(told.activity().actor())
                        ? Reading.skipped(Skip.OWN_ECHO)
                        : part)
                .toList();
        return Reading.of(parts, Skip.NOTHING_FOR_US);
    }

    /** The reading of one payload by an adapter. */
    private interface Adapter {
        Reading read(Delivery delivery);
    }

    private static Reading each(Adapter adapter, Delivery delivery) {
        if (!delivery.payload().isArray()) {
            return adapter.read(delivery);
        }
        List<Reading> all = new ArrayList<>();
        for (JsonNode element : delivery.payload()) {
            // elements share the record's id, so each is known by its content
            all.add(adapter.read(
                    new Delivery(delivery.connection(), element, delivery.headers(), null, delivery.receivedAt())));
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }
}

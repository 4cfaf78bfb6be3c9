package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.IntentModel.Intent;
import dev.signalbox.enrichment.classify.binary.Binary;
import dev.signalbox.enrichment.classify.confidence.Calibration;
import dev.signalbox.enrichment.classify.confidence.CoverageCurve;
import dev.signalbox.enrichment.classify.embedding.SentenceEncoder;
import dev.signalbox.enrichment.classify.linear.LinearStage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model as bytes. What is read says the same as what was written, bit for bit; texts of tickets are not in it. */
final class ModelFormat {

    /** Counted up with every change of the bytes, or of what is learnt from the same tickets. */
    private static final int VERSION = 1;

    /** Names it; models of another one cannot be read. */
    static final String NAME = VERSION + "/" + SentenceEncoder.NAME;

    private ModelFormat() {}

    static byte[] write(Trained trained) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out, trained.model());
            out.writeInt(trained.tickets().size());
            for (Map.Entry<String, LearntTicket> ticket : trained.tickets().entrySet()) {
                Binary.write(out, ticket.getKey());
                Binary.write(out, ticket.getValue().intent());
                out.writeInt(ticket.getValue().print());
            }
            out.writeLong(trained.origin().learntAt().toEpochMilli());
            Binary.write(out, text(trained.origin().resolvedFrom()));
            Binary.write(out, text(trained.origin().resolvedTo()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a model. How it did on tickets that were held back is not kept: that is asked of candidates only.
     *
     * @throws IllegalArgumentException if the bytes are of another version
     */
    static Trained read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("A model of format " + version + ", not " + VERSION);
            }
            IntentModel model = model(in);
            Map<String, LearntTicket> tickets = new HashMap<>();
            for (int size = in.readInt(); size > 0; size--) {
                tickets.put(Binary.text(in), new LearntTicket(Binary.text(in), in.readInt()));
            }
            return new Trained(
                    model,
                    tickets,
                    Map.of(),
                    new Origin(
                            Instant.ofEpochMilli(in.readLong()), instant(Binary.text(in)), instant(Binary.text(in))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutput out, IntentModel model) throws IOException {
        Binary.write(out, model.version());
        out.writeInt(model.tickets());
        out.writeInt(model.intents().size());
        for (Intent intent : model.intents()) {
            Binary.write(out, intent.name());
            Binary.write(out, intent.category());
            out.writeInt(intent.examples());
        }
        model.linear().write(out);
        out.writeDouble(model.sharpness());
        model.calibration().write(out);
        SecondStage second = model.second();
        out.writeBoolean(second != null);
        if (second != null) {
            second.write(out);
        }
        model.curve().write(out);
        out.writeDouble(model.accuracy());
    }

    private static IntentModel model(DataInput in) throws IOException {
        String version = Binary.text(in);
        int tickets = in.readInt();
        List<Intent> intents = new ArrayList<>();
        for (int size = in.readInt(); size > 0; size--) {
            intents.add(new Intent(Binary.text(in), Binary.text(in), in.readInt()));
        }
        return new IntentModel(
                version,
                tickets,
                List.copyOf(intents),
                LinearStage.read(in),
                in.readDouble(),
                Calibration.read(in),
                in.readBoolean() ? SecondStage.read(in) : null,
                CoverageCurve.read(in),
                in.readDouble());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}

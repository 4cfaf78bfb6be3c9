package dev.signalbox.enrichment.classify.embedding;

/** The direction of a text's meaning, 8 bits for each of its 384 dimensions: all that is kept of a text. */
public final class Embedding {

    private static final int STEPS = 127;
    /** One of a thousand texts has a dimension above a quarter of the whole: it is cut off there. */
    private static final float EVEN_LENGTH = 4 * STEPS;

    private final byte[] values;
    private final float length;

    private Embedding(byte[] values) {
        this.values = values;
        int square = 0;
        for (byte value : values) {
            square += value * value;
        }
        length = (float) Math.max(1, Math.sqrt(square));
    }

    /** @param vector of any length but 0 */
    public static Embedding of(float[] vector) {
        float greatest = 1e-9f;
        for (float value : vector) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        byte[] values = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            values[i] = (byte) Math.round(vector[i] / greatest * STEPS);
        }
        return new Embedding(values);
    }

    /** One that was stored. */
    public static Embedding stored(byte[] values) {
        return new Embedding(values.clone());
    }

    /** For storing it. */
    public byte[] bytes() {
        return values.clone();
    }

    /** As bytes whose length is about the same for every meaning, so that products of two compare: coarser by a third. */
    public byte[] even() {
        byte[] even = new byte[values.length];
        for (int i = 0; i < even.length; i++) {
            int scaled = Math.round(values[i] / length * EVEN_LENGTH);
            even[i] = (byte) Math.max(-STEPS, Math.min(STEPS, scaled));
        }
        return even;
    }

    /** The cosine of the angle between two meanings: 1 for the same one. */
    public float cosine(Embedding other) {
        int product = 0;
        byte[] others = other.values;
        for (int i = 0; i < values.length; i++) {
            product += values[i] * others[i];
        }
        return product / (length * other.length);
    }

    /** Writes the vector of length 1. */
    void write(float[] vector) {
        for (int i = 0; i < values.length; i++) {
            vector[i] = values[i] / length;
        }
    }
}

package dev.signalbox.enrichment.classify.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * all-MiniLM-L6-v2, quantized to 8 bit, from a jar on the class path: turns a text into a direction in 384 dimensions; texts
 * of like meaning point the same way. Takes 1 to 20 ms of one core for a text and about 100 MB beside the heap; safe for
 * several threads.
 */
public final class SentenceEncoder implements Encoder, AutoCloseable {

    public static final int DIMENSIONS = 384;

    /** What an embedding was made with; vectors of other encoders do not compare. */
    public static final String NAME = "all-minilm-l6-v2-q";

    private static final int MOST_PIECES = 128;
    private static final int BATCH = 8;

    private final WordPiece pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * Loads the model; takes about half a second.
     *
     * @throws IllegalStateException if it cannot run on this machine
     */
    public SentenceEncoder() {
        try {
            pieces = new WordPiece(new ObjectMapper().readTree(resource(NAME + "-tokenizer.json")));
            environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                session = environment.createSession(resource(NAME + ".onnx"), options);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException | UnsatisfiedLinkError e) {
            throw new IllegalStateException("The sentence encoder does not run on this machine", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SentenceEncoder.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The class path has no " + name);
            }
            return in.readAllBytes();
        }
    }

    /** A vector of length 1 for each text, in their order. */
    @Override
    public float[][] encode(List<String> texts) {
        int[][] numbers =
                texts.stream().map(text -> pieces.of(text, MOST_PIECES)).toArray(int[][]::new);
        // texts of like length together: the others of a batch are filled up to its longest
        int[] order = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparing(text -> numbers[text].length))
                .mapToInt(Integer::intValue)
                .toArray();
        float[][] vectors = new float[numbers.length][];
        for (int from = 0; from < order.length; from += BATCH) {
            int to = Math.min(order.length, from + BATCH);
            encode(numbers, order, from, to, vectors);
        }
        return vectors;
    }

    private void encode(int[][] numbers, int[] order, int from, int to, float[][] vectors) {
        int rows = to - from;
        int width = numbers[order[to - 1]].length;
        long[] ids = new long[rows * width];
        long[] mask = new long[rows * width];
        for (int row = 0; row < rows; row++) {
            int[] text = numbers[order[from + row]];
            for (int i = 0; i < text.length; i++) {
                ids[row * width + i] = text[i];
                mask[row * width + i] = 1;
            }
        }
        long[] shape = {rows, width};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int row = 0; row < rows; row++) {
                vectors[order[from + row]] = mean(states, row * width, numbers[order[from + row]].length);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence encoder failed", e);
        }
    }

    /** The direction of the mean of a text's states. */
    private static float[] mean(FloatBuffer states, int first, int pieces) {
        float[] sum = new float[DIMENSIONS];
        float[] state = new float[DIMENSIONS];
        for (int piece = 0; piece < pieces; piece++) {
            states.get((first + piece) * DIMENSIONS, state);
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += state[i];
            }
        }
        double square = 0;
        for (float value : sum) {
            square += value * value;
        }
        float length = (float) Math.max(Math.sqrt(square), 1e-9);
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}

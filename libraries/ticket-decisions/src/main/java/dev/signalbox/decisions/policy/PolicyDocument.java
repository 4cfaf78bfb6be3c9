package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A policy with the name that decisions give it.
 *
 * @param hash {@code sha256:} and the hex digest of the document's bytes
 */
public record PolicyDocument(String hash, Policy policy) {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // figures stay as they are written: 0.30 is no binary fraction
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * Reads and validates a document.
     *
     * @throws InvalidPolicy if it is not a valid policy; the message says where and what is allowed
     */
    public static PolicyDocument parse(byte[] yaml) {
        return new PolicyDocument(hash(yaml), read(yaml, Policy.class));
    }

    /** Reads a document of another kind as strictly; errors as in {@link #parse}. */
    static <T> T read(byte[] yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JsonProcessingException e) {
            throw InvalidPolicy.because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads fields as strictly as a document; errors as in {@link #parse}. */
    static <T> T read(JsonNode fields, Class<T> type) {
        try {
            return YAML.treeToValue(fields, type);
        } catch (JsonProcessingException e) {
            throw InvalidPolicy.because(e);
        }
    }

    /**
     * The fields of a document as they are written.
     *
     * @throws JsonProcessingException if it is no YAML or has a field twice
     */
    static JsonNode tree(byte[] yaml) throws JsonProcessingException {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the tokens of a document with their lines. */
    static JsonParser parser(byte[] yaml) throws IOException {
        return YAML.createParser(yaml);
    }

    /** The policy that is shipped: the defaults of this product. */
    public static PolicyDocument starter() {
        return parse(resource("/policies/starter.yaml"));
    }

    /** The bytes of a shipped document. */
    public static byte[] resource(String path) {
        try (InputStream in = PolicyDocument.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("Nothing is shipped under " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] document) {
        return "sha256:" + HexFormat.of().formatHex(digest(document));
    }

    /** SHA-256. */
    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

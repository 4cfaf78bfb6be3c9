package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
            .build();

    /**
     * Reads and validates a document.
     *
     * @throws InvalidPolicy if it is not a valid policy; the message says where and what is allowed
     */
    public static PolicyDocument parse(byte[] yaml) {
        try {
            return new PolicyDocument(hash(yaml), YAML.readValue(yaml, Policy.class));
        } catch (JsonProcessingException e) {
            throw InvalidPolicy.because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy that is shipped: the defaults of this product. */
    public static PolicyDocument starter() {
        return parse(resource("/policies/starter.yaml"));
    }

    /** The bytes of a shipped document. */
    public static byte[] resource(String path) {
        try (InputStream in = PolicyDocument.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No such policy is shipped: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

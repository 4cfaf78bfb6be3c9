package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself before anybody uses it (N8).
 *
 * @param document the policy, or null if it has an error
 * @param findings errors and warnings, in the order of the document
 * @param proofs what holds for every ticket, one sentence each; empty if there is an error
 */
public record PolicyCheck(@Nullable PolicyDocument document, List<Finding> findings, List<String> proofs) {

    /**
     * Checks a document as a whole.
     *
     * @param today reviews that were due before are overdue
     */
    public static PolicyCheck of(byte[] yaml, LocalDate today) {
        try {
            JsonNode written = PolicyDocument.tree(yaml);
            if (!written.isObject()) {
                return refused(1, "", "is no policy: allowed is a document with the sections " + sections());
            }
            SourceLines lines = lines(yaml);
            List<Finding> errors = new FaultSearch(lines, written, starter()).all();
            if (!errors.isEmpty()) {
                return new PolicyCheck(null, errors, List.of());
            }
            PolicyDocument document = PolicyDocument.parse(yaml);
            return new PolicyCheck(
                    document,
                    new PolicyWarnings(document.policy(), lines, written).all(today),
                    PolicyProofs.of(document.policy()));
        } catch (JsonProcessingException e) {
            return unreadable(InvalidPolicy.because(e), e);
        }
    }

    /** Whether the document can be used. */
    public boolean valid() {
        return document != null;
    }

    private static PolicyCheck unreadable(InvalidPolicy refusal, JsonProcessingException fault) {
        int line = fault.getLocation() == null
                ? 1
                : Math.max(1, fault.getLocation().getLineNr());
        return refused(line, refusal.path(), String.join("; ", refusal.faults()));
    }

    private static PolicyCheck refused(int line, String path, String fault) {
        return new PolicyCheck(
                null, List.of(new Finding(Finding.Weight.ERROR, line, path, fault, null, null)), List.of());
    }

    private static List<String> sections() {
        return Arrays.stream(Policy.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static JsonNode starter() throws JsonProcessingException {
        return PolicyDocument.tree(PolicyDocument.resource("/policies/starter.yaml"));
    }

    private static SourceLines lines(byte[] yaml) throws JsonProcessingException {
        try (JsonParser parser = PolicyDocument.parser(yaml)) {
            return SourceLines.of(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

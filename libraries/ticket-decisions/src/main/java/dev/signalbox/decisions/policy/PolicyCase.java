package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SupportTier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case written beside a policy: what is given and what is expected of it (N8).
 *
 * @param name a sentence that says why it matters
 * @param asOf the moment of the decision, or null for {@link #USUAL}
 * @param account fields of an account; what is left out is as in a plain case
 * @param ticket fields of a ticket; where it has a subject or a body, it is analyzed by the policy
 * @param analysis fields that are given instead of found
 */
public record PolicyCase(
        String name,
        @Nullable Instant asOf,
        @Nullable ObjectNode account,
        @Nullable ObjectNode ticket,
        @Nullable ObjectNode analysis,
        Expectation expect) {

    /** A Monday morning. */
    static final Instant USUAL = Instant.parse("2026-01-05T10:00:00Z");

    public PolicyCase {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name is missing: allowed is a sentence that says why the case matters");
        }
        if (expect == null) {
            throw new IllegalArgumentException("expect is missing: allowed are the fields " + Expectation.FIELDS);
        }
    }

    /** All cases of a document. */
    record Document(List<PolicyCase> cases) {

        Document {
            if (cases == null || cases.isEmpty()) {
                throw new IllegalArgumentException("cases is missing: allowed is a list with at least one case");
            }
            cases = List.copyOf(cases);
        }
    }

    Instant at() {
        return asOf == null ? USUAL : asOf;
    }

    /**
     * What the policy should decide; a field that is left out is not looked at.
     *
     * @param raw the score before any floor
     * @param score the score
     * @param tier the lowest tier that is asked, T0 for self-service
     * @param queue where it waits; {@code review} or {@code self-service} before that
     * @param row of the matrix, {@code BAND/SEVERITY/PLAN}
     * @param firstResponse working time, as are the others
     */
    public record Expectation(
            @Nullable Severity severity,
            @Nullable BigDecimal raw,
            @Nullable BigDecimal score,
            @Nullable Band band,
            @Nullable SupportTier tier,
            @Nullable String queue,
            @Nullable String row,
            @Nullable Duration firstResponse,
            @Nullable Duration nextResponse,
            @Nullable Duration resolution,
            @Nullable String calendar) {

        static final List<String> FIELDS = List.of(
                "severity",
                "raw",
                "score",
                "band",
                "tier",
                "queue",
                "row",
                "firstResponse",
                "nextResponse",
                "resolution",
                "calendar");

        public Expectation {
            if (severity == null
                    && raw == null
                    && score == null
                    && band == null
                    && tier == null
                    && queue == null
                    && row == null
                    && firstResponse == null
                    && nextResponse == null
                    && resolution == null
                    && calendar == null) {
                throw new IllegalArgumentException("expect is empty: allowed are the fields " + FIELDS);
            }
        }

        /** What is expected, by field, in the order of {@link #FIELDS}. */
        Map<String, Object> given() {
            return Decided.byField(
                    severity, raw, score, band, tier, queue, row, firstResponse, nextResponse, resolution, calendar);
        }
    }
}

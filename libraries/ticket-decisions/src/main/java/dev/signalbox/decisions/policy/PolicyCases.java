package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.decisions.policy.CaseOutcome.Mismatch;
import dev.signalbox.decisions.severity.CaseFacts;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the cases written beside a policy: the very decisions of the services, without agents (N8). */
public final class PolicyCases {

    private final PolicyDocument document;
    private final TicketAnalyzer analyzer;

    public PolicyCases(PolicyDocument document) {
        this.document = document;
        this.analyzer = new TicketAnalyzer(document.policy().analysis());
    }

    /**
     * Runs every case of a document, in its order.
     *
     * @throws IllegalArgumentException if a case cannot be read or decided; the message says where and what is allowed
     */
    public List<CaseOutcome> run(byte[] yaml) {
        return PolicyDocument.read(yaml, PolicyCase.Document.class).cases().stream()
                .map(this::run)
                .toList();
    }

    private CaseOutcome run(PolicyCase given) {
        try {
            Decided decided = Decided.of(document.policy(), caseFile(given));
            Map<String, Object> actual = decided.byField();
            List<Mismatch> mismatches = new ArrayList<>();
            given.expect().given().forEach((field, expected) -> {
                @Nullable Object came = actual.get(field);
                if (!Decided.same(expected, came)) {
                    mismatches.add(new Mismatch(field, expected.toString(), String.valueOf(came)));
                }
            });
            return new CaseOutcome(given.name(), List.copyOf(mismatches), decided.reasons());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("case '" + given.name() + "': " + e.getMessage(), e);
        }
    }

    private CaseFile caseFile(PolicyCase given) {
        ObjectNode complete = PlainCase.at(given.at(), document.hash());
        fill(complete, "account", given.account());
        fill(complete, "ticket", given.ticket());
        CaseFile described = PolicyDocument.read(complete, CaseFile.class);
        if (isTold(given.ticket())) {
            complete.set("analysis", Json.tree(Json.encode(found(described, given))));
        }
        fill(complete, "analysis", given.analysis());
        return PolicyDocument.read(complete, CaseFile.class);
    }

    private Analysis found(CaseFile described, PolicyCase given) {
        ObjectNode analysis = given.analysis();
        Classification classified = new Classification(
                analysis == null ? null : analysis.path("category").asText(null),
                analysis == null ? null : analysis.path("intent").asText(null),
                BigDecimal.ONE,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        AccountProfile account = Json.decode(Json.encode(described.account()), AccountProfile.class);
        return analyzer.analyze(
                new CaseFacts(described.ticket(), List.of(), account, classified, null, false, described.asOf()));
    }

    private static boolean isTold(@Nullable ObjectNode ticket) {
        return ticket != null && (ticket.hasNonNull("subject") || ticket.hasNonNull("body"));
    }

    private static void fill(ObjectNode complete, String section, @Nullable ObjectNode given) {
        if (given != null) {
            PlainCase.fill((ObjectNode) complete.get(section), given);
        }
    }
}

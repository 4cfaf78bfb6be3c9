package dev.signalbox.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.decisions.policy.PlainCase;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.edge.RecordShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a dry run: a case file of which only that must be given on which every score depends. What else is left
 * out is as in a plain case.
 */
final class DryRun {

    private static final List<String> REQUIRED = List.of("/account/planTier", "/account/health", "/analysis/severity");

    private final ObjectNode plain;
    private final ObjectNode given;

    /**
     * Reads a body.
     *
     * @param activePolicy hash of the policy for a case that names none
     * @param now for a case without {@code asOf}; a ticket without {@code createdAt} was created at {@code asOf}
     */
    DryRun(byte[] body, String activePolicy, Instant now) {
        JsonNode json = Json.tree(body);
        if (!json.isObject()) {
            throw refusal(List.of(new Fault("", "is no object", "a case file with account and analysis")));
        }
        given = (ObjectNode) json;
        plain = PlainCase.at(now, activePolicy);
        if (given.hasNonNull("asOf")) {
            PlainCase.createdAt(plain, given.get("asOf"));
        }
    }

    /**
     * The case to score.
     *
     * @throws ProblemException 400 with every fault
     */
    CaseFile toScore() {
        List<Fault> faults = new ArrayList<>();
        for (String pointer : REQUIRED) {
            if (given.at(pointer).isMissingNode() || given.at(pointer).isNull()) {
                faults.add(new Fault(pointer, "is missing", "see /q/openapi"));
            }
        }
        ObjectNode complete = plain.deepCopy();
        PlainCase.fill(complete, given);
        List<Fault> shape = RecordShape.faults(complete, CaseFile.class);
        faults.addAll(shape);
        shape.forEach(fault -> mend(complete, fault.pointer()));
        CaseFile caseFile = Json.decode(Json.encode(complete), CaseFile.class);
        faults.addAll(CaseFaults.of(caseFile));
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
        return caseFile;
    }

    /** Puts the plain value in the place of one that cannot be decoded, so that the others can still be looked at. */
    private void mend(ObjectNode complete, String pointer) {
        String[] steps = pointer.split("/", 4);
        String section = steps[1];
        if (steps.length > 2 && complete.get(section) instanceof ObjectNode fields) {
            put(fields, steps[2], plain.path(section).get(steps[2]));
        } else {
            put(complete, section, plain.get(section));
        }
    }

    private static void put(ObjectNode target, String field, JsonNode value) {
        if (value == null) {
            target.remove(field);
        } else {
            target.set(field, value);
        }
    }

    private static ProblemException refusal(List<Fault> faults) {
        return new ProblemException(400, "This case cannot be scored.", faults);
    }
}

package dev.signalbox.enrichment.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.RecordShape;
import java.util.List;

/**
 * An account as somebody told it in JSON, with every fault in it.
 *
 * @param profile null if there are faults
 */
record AccountJson(AccountProfile profile, List<Fault> faults) {

    private static final int MONTHS = 12;

    /**
     * Reads an account. What may be left out: the id, where it is told otherwise; the monthly revenue, then a twelfth of
     * the annual one; the health, then that of an unknown account.
     */
    static AccountJson read(String id, JsonNode told) {
        if (!told.isObject()) {
            return new AccountJson(null, List.of(new Fault("", "is no account", "a JSON object")));
        }
        ObjectNode json = told.deepCopy();
        if (absent(json, "id")) {
            json.put("id", id);
        }
        if (absent(json, "mrr")) {
            // an annual revenue that is faulty is one fault, not two
            json.put("mrr", Math.max(0, json.path("arr").asLong() / MONTHS));
        }
        if (absent(json, "health")) {
            json.put("health", Account.UNKNOWN.health());
        }
        List<Fault> shape = RecordShape.faults(json, AccountProfile.class);
        if (!shape.isEmpty()) {
            return new AccountJson(null, shape);
        }
        AccountProfile profile = Json.decode(Json.encode(json), AccountProfile.class);
        List<Fault> faults = AccountFaults.of(id, profile);
        return new AccountJson(faults.isEmpty() ? profile : null, faults);
    }

    private static boolean absent(ObjectNode json, String field) {
        return json.path(field).isMissingNode() || json.path(field).isNull();
    }
}

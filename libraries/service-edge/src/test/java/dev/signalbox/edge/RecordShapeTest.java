package dev.signalbox.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Contract;
import dev.signalbox.contracts.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordShapeTest {

    @Test
    void everyFaultIsFoundWithItsPointerAndWhatIsAllowed() {
        assertThat(faults("""
                        {"id": 7, "planTier": "GOLD", "arr": 1.5, "mrr": 3000000000, "health": 3000000000,
                         "renewalDate": "12.12.2026", "seats": {"used": "4"}, "usage": {"a/b": 1}, "domains": "acme",
                         "contacts": [{"email": "a@acme.example", "vip": "yes"}], "contract": {"firstResponse": "1h"}}
                        """, AccountProfile.class))
                .containsExactly(
                        new Fault("/id", "is 7", "text"),
                        new Fault("/planTier", "is \"GOLD\"", "one of [TRIAL, FREE, BASIC, PRO, ENTERPRISE]"),
                        new Fault("/arr", "is 1.5", "a whole number"),
                        new Fault("/health", "is 3000000000", "a whole number"),
                        new Fault("/renewalDate", "is \"12.12.2026\"", "a date such as 2026-12-12"),
                        new Fault("/seats/used", "is \"4\"", "a whole number"),
                        new Fault("/seats/allowed", "is missing", "a whole number"),
                        new Fault("/usage/a~1b", "is 1", "text"),
                        new Fault("/domains", "is \"acme\"", "a list"),
                        new Fault("/contacts/0/vip", "is \"yes\"", "true or false"),
                        new Fault(
                                "/contract/firstResponse",
                                "is \"1h\"",
                                "working time such as PT4H, or business days such as P1D"));
    }

    @Test
    void workTimeIsATextInEitherUnit() {
        assertThat(faults("{\"firstResponse\": \"P1D\"}", Contract.class)).isEmpty();
        assertThat(faults("{\"firstResponse\": \"PT4H\"}", Contract.class)).isEmpty();
        assertThat(faults("{\"firstResponse\": \"P1DT4H\"}", Contract.class)).hasSize(1);
        assertThat(faults("{\"firstResponse\": {\"days\": 1}}", Contract.class)).hasSize(1);
    }

    @Test
    void missingFieldsAreFaultsOnlyWhereTheRecordNeedsThem() {
        assertThat(faults("{}", AgentProfile.class))
                .extracting(Fault::pointer)
                .containsExactly("/id", "/supportTier", "/senior", "/capacity");
    }

    @Test
    void renamedAndUnknownFieldsAreReadAsTheContractSays() {
        assertThat(faults("""
                        {"ticketId": "a:1", "activityId": "7", "at": "2026-11-22T09:00:00Z", "kind": "RATED",
                         "actor": {"kind": "AGENT"}, "public": 1, "later": {"added": true}}""", Activity.class)).containsExactly(new Fault("/public", "is 1", "true or false"));
    }

    @Test
    void longValuesAreNotRepeatedWhole() {
        List<Fault> faults = faults("{\"id\": [\"" + "x".repeat(500) + "\"]}", AgentProfile.class);

        assertThat(faults.get(0).problem()).hasSizeLessThan(60).endsWith("...");
    }

    @Test
    void whatIsNoObjectIsOneFault() {
        assertThat(faults("[]", AgentProfile.class)).containsExactly(new Fault("", "is []", "an object"));
    }

    private static List<Fault> faults(String json, Class<? extends Record> type) {
        return RecordShape.faults(Json.tree(json.getBytes(UTF_8)), type);
    }
}

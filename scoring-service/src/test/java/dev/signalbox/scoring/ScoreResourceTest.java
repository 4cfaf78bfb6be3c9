package dev.signalbox.scoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class ScoreResourceTest {

    private static String policy;

    @BeforeAll
    static void publishThePolicy() {
        try (TopicWriter topics = TopicWriter.open()) {
            policy = PublishedPolicy.starter(topics);
        }
    }

    @Test
    void dryRunSaysScoreAndTargets() {
        post("""
                        {"asOf": "2026-11-22T09:00:00Z",
                         "ticket": {"channel": "EMAIL", "createdAt": "2026-11-22T08:59:58Z"},
                         "account": {"planTier": "ENTERPRISE", "arr": 200000, "health": 60, "renewalDate": "2026-12-12",
                                     "timeZone": "Europe/Berlin"},
                         "analysis": {"severity": "P3"}}""")
                .statusCode(200)
                .body("asOf", equalTo("2026-11-22T09:00:00Z"))
                .body("policyVersion", equalTo(policy))
                .body("score.value", equalTo(new BigDecimal("70.00")))
                .body("score.raw", equalTo(new BigDecimal("61.00")))
                .body("score.band", equalTo("HIGH"))
                .body("score.floors.rule", contains("PLAN_SEVERITY", "RENEWAL_WINDOW"))
                .body("score.nearestFlip.heldBy", equalTo("RENEWAL_WINDOW"))
                .body("sla.firstResponse.target", equalTo("PT1H"))
                .body("sla.firstResponse.because", contains("BAND_HIGH", "PLAN_ENTERPRISE"))
                .body("sla.firstResponse.calendar", equalTo("support"))
                .body("sla.firstResponse.calendarBecause", equalTo("POLICY"))
                // a Sunday: counted from Monday 09:00 in Berlin
                .body("sla.firstResponse.dueAt", equalTo("2026-11-23T09:00:00Z"))
                .body("sla.resolution.target", equalTo("PT8H"));
    }

    @Test
    void promiseInBusinessDaysSaysSoAndNamesTheWorkingTimeBetween() {
        post("""
                        {"ticket": {"channel": "EMAIL", "createdAt": "2026-11-20T14:00:00Z"},
                         "account": {"planTier": "FREE", "health": 60, "contract": {"firstResponse": "P1D", "calendar": "moon"}},
                         "analysis": {"severity": "P4"}}""")
                .statusCode(200)
                .body("sla.firstResponse.because", contains("CONTRACT"))
                .body("sla.firstResponse.businessDays", equalTo(1))
                .body("sla.firstResponse.target", equalTo("PT9H"))
                .body("sla.firstResponse.dueAt", equalTo("2026-11-23T14:00:00Z"))
                .body("sla.flags", contains("CONTRACT_CALENDAR_UNKNOWN"));
    }

    @Test
    void momentAndPolicyHaveDefaults() {
        post("""
                {"account": {"planTier": "BASIC", "health": 60, "arr": 5000}, "analysis": {"severity": "P4"}}""")
                .statusCode(200)
                .body("policyVersion", equalTo(policy))
                .body("asOf", startsWith("20"))
                .body("score.value", equalTo(new BigDecimal("21.00")));
    }

    @Test
    void everyFaultIsListed() {
        post("""
                        {"version": 0, "policyVersion": "mine",
                         "account": {"planTier": "GOLD", "health": 101, "arr": -5, "contract": {"firstResponse": "PT0S"},
                                     "usage": "much"},
                         "analysis": {"severity": null, "totalOutage": "no"}, "ticket": {"createdAt": "today"}}""")
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/version",
                                "/policyVersion",
                                "/account/planTier",
                                "/account/health",
                                "/account/arr",
                                "/account/contract/firstResponse",
                                "/account/usage",
                                "/analysis/severity",
                                "/analysis/totalOutage",
                                "/ticket/createdAt"))
                .body("errors.allowed", hasItems("0..100", "one of [TRIAL, FREE, BASIC, PRO, ENTERPRISE]"));
    }

    @Test
    void sectionsMustBeThere() {
        post("{\"account\": 7}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/account", "/account/planTier", "/analysis/severity"));
        post("[]").statusCode(400).body("errors.problem", contains("is no object"));
    }

    @Test
    void bodiesThatAreNoJsonAreRefused() {
        post("{\"account\": ").statusCode(400).body("errors.problem", contains(containsString("not well-formed")));
        post("{\"version\": 1, \"version\": 2}").statusCode(400);
        post("[".repeat(100) + "]".repeat(100)).statusCode(400);
        given().contentType(ContentType.TEXT)
                .body("hello")
                .post("/v1/score")
                .then()
                .statusCode(415);
        post("{\"a\": \"" + "x".repeat(300 * 1024) + "\"}").statusCode(413);
    }

    @Test
    void policyThatNobodyPublishedIsAFault() {
        post("""
                        {"policyVersion": "sha256:%s",
                         "account": {"planTier": "BASIC", "health": 60}, "analysis": {"severity": "P4"}}""".formatted("0".repeat(64))).statusCode(400).body("errors.pointer", contains("/policyVersion"));
    }

    @Test
    void activePolicyIsShownWhole() {
        given().get("/v1/policy")
                .then()
                .statusCode(200)
                .body("hash", equalTo(policy))
                .body("policy.name", equalTo("starter"))
                .body("policy.score.arr[1]", contains(5000, 10))
                .body("policy.score.floors.planSeverity.ENTERPRISE.P1", equalTo(90))
                .body("policy.sla.targets.firstResponse.band.CRITICAL", equalTo("PT15M"))
                .body("policy.sla.calendars.support.zone", equalTo("Europe/Berlin"));
    }

    @Test
    void serviceIsReadyWithoutADatabaseAndCountsItsDecisions() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("signalbox_decisions_total{band=\"CRITICAL\",plan=\"PRO\""));
        given().get("/q/openapi").then().body(containsString("/v1/score"));
    }

    private static ValidatableResponse post(String body) {
        return given().config(RestAssured.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/score")
                .then();
    }
}

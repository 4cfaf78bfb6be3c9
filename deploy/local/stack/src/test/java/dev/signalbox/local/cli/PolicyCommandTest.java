package dev.signalbox.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.PolicyDifference;
import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.Decided;
import dev.signalbox.decisions.policy.PlainCase;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.Topics;
import dev.signalbox.local.policy.PolicyTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

    private static final String STARTER = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);
    private static final int TICKETS = 300;

    @TempDir
    static Path data;

    private static LocalStack stack;
    private static String kafka;

    @BeforeAll
    static void start() {
        stack = LocalStack.in(data, Path.of(System.getProperty("signalbox.root")), StackPorts.free());
        stack.startStores();
        kafka = stack.kafka().bootstrapServers();
        Topics.create(kafka);
    }

    @AfterAll
    static void stop() {
        stack.kill();
    }

    @BeforeEach
    void starterIsActive() {
        assertThat(run("publish", "starter", "--kafka", kafka)).isZero();
        assertThat(active().hash()).isEqualTo(PolicyDocument.starter().hash());
    }

    @Test
    void brokenPolicyAndPolicyWhoseCasesFailAreNotPublished() throws IOException {
        String broken = write("broken", STARTER.replace("presenceGrace: PT1M", "presenceGrace: -PT1M"));
        String swapped = write("swapped", STARTER.replace("{arr: 0.30, risk: 0.40", "{arr: 0.40, risk: 0.30"));

        assertThat(run("check", broken)).isOne();
        assertThat(run("publish", broken, "--kafka", kafka)).isOne();
        assertThat(run("check", swapped)).isZero();
        assertThat(run("publish", swapped, "--kafka", kafka)).isOne();
        assertThat(active().hash()).isEqualTo(PolicyDocument.starter().hash());
    }

    @Test
    void shadowIsPromotedByANamedPersonOnlyUntilItHasRunLongEnoughAndRolledBackByOneCommand() throws IOException {
        String other = write("other", STARTER + "# other");
        assertThat(run("shadow", other, "--kafka", kafka)).isZero();
        assertThat(run("report", "--kafka", kafka)).isZero();

        assertThat(run("promote", "--kafka", kafka)).isOne();
        assertThat(run("promote", "--force", "--kafka", kafka)).isOne();
        assertThat(active().hash()).isEqualTo(PolicyDocument.starter().hash());
        assertThat(PolicyTrial.on(kafka).obstacles(Instant.now().plus(Duration.ofHours(49))))
                .isEmpty();

        assertThat(run("promote", "--force", "--by", "head of support", "--reason", "agreed", "--kafka", kafka))
                .isZero();
        assertThat(active().by()).isEqualTo("head of support");
        assertThat(active().previous()).isEqualTo(PolicyDocument.starter().hash());
        assertThat(PolicyPublication.read(kafka).shadow()).isEmpty();

        assertThat(run("rollback", "--kafka", kafka)).isZero();
        assertThat(active().hash()).isEqualTo(PolicyDocument.starter().hash());
    }

    @Test
    void policyThatStarvesAPlanIsNotPromotedHoweverLongItHasRun() throws IOException {
        String starving = write("starving", STARTER + "# starving");
        assertThat(run("shadow", starving, "--kafka", kafka)).isZero();
        String shadow = PolicyPublication.read(kafka).shadow().orElseThrow().hash();
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < TICKETS; i++) {
                PlanTier plan = PlanTier.values()[i % PlanTier.values().length];
                CaseFile scored = scored("starved:" + i, plan);
                producer.send(record(Topic.TICKETS_SCORED, scored, scored));
                if (plan == PlanTier.BASIC) {
                    producer.send(record(Topic.POLICY_DIFFERENCES, scored, difference(scored, shadow)));
                }
            }
        }

        PolicyTrial trial = PolicyTrial.on(kafka);

        assertThat(trial.comparison().different()).isEqualTo(TICKETS / PlanTier.values().length);
        assertThat(trial.obstacles(Instant.now().plus(Duration.ofDays(9))))
                .containsExactly("BASIC is promised less more often than the other plans: 60 of 60 tickets");
        assertThat(Signalbox.commandLine().execute("whatif", "--kafka", kafka)).isZero();
        assertThat(Signalbox.commandLine().execute("whatif", "--since", "yesterday", "--kafka", kafka))
                .isOne();
    }

    @Test
    void canaryIsAShareOfTheAccountsUntilItIsOff() {
        assertThat(run("canary", "starter", "--percent", "0", "--kafka", kafka)).isOne();
        assertThat(run("canary", "starter", "--percent", "10", "--kafka", kafka))
                .isZero();
        assertThat(run("canary", "--off", "--kafka", kafka)).isZero();
    }

    private static PolicyPointer active() {
        return PolicyPublication.read(kafka).active().orElseThrow();
    }

    private static int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "policy";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Signalbox.commandLine().execute(all);
    }

    private static String write(String name, String document) throws IOException {
        Files.write(data.resolve(name + ".cases.yaml"), PolicyDocument.resource("/policies/starter.cases.yaml"));
        return Files.writeString(data.resolve(name + ".yaml"), document).toString();
    }

    private static CaseFile scored(String id, PlanTier plan) {
        String hash = PolicyDocument.starter().hash();
        ObjectNode json = PlainCase.at(Instant.now(), hash);
        ((ObjectNode) json.get("ticket")).put("id", id);
        ((ObjectNode) json.get("account")).put("planTier", plan.name());
        CaseFile enriched = Json.decode(Json.encode(json), CaseFile.class);
        return Decided.of(PolicyDocument.starter().policy(), enriched).file();
    }

    private static PolicyDifference difference(CaseFile scored, String shadow) {
        return new PolicyDifference(
                scored.ticket().id(),
                scored.version(),
                scored.asOf(),
                scored.policyVersion(),
                shadow,
                scored.account().planTier(),
                null,
                List.of(new PolicyDifference.Change("firstResponse", "PT8H", "PT24H")));
    }

    private static ProducerRecord<String, byte[]> record(Topic topic, CaseFile about, Object value) {
        return new ProducerRecord<>(topic.topicName(), about.ticket().id(), Json.encode(value));
    }
}

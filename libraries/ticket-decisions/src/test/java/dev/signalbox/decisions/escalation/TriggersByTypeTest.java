package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every trigger on a chain of every type, on virtual time and to the last step (I20); prints the table. */
class TriggersByTypeTest {

    private static final String STARTER =
            new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);

    @Test
    void everyLevelFiresOnceAndInItsTimeWhateverTheTriggerAndTheType() {
        String table = "| trigger | "
                + Arrays.stream(EscalationType.values()).map(Enum::name).collect(Collectors.joining(" | ")) + " |\n";
        for (EscalationTrigger trigger : EscalationTrigger.values()) {
            String cells = Arrays.stream(EscalationType.values())
                    .map(type -> cell(trigger, type))
                    .collect(Collectors.joining(" | "));
            table += "| " + trigger + " | " + cells + " |\n";
        }
        System.out.println("minute: owner of each level; (*) as in the starter policy\n" + table);
    }

    private static String cell(EscalationTrigger trigger, EscalationType type) {
        boolean asInTheStarter = Stage.POLICY.chain(trigger).type() == type;
        EscalationPolicy policy = asInTheStarter ? Stage.POLICY : withChain(trigger, nameOf(type));
        List<Escalation> said = ranToItsEnd(policy, trigger);
        Escalation opened = said.get(0);
        List<ChainStep> steps = policy.chain(trigger).steps();
        List<ChainStep> taken = steps.subList(steps.size() - opened.path().size(), steps.size());

        assertThat(opened.type()).isEqualTo(type);
        assertThat(taken).as("%s on %s", trigger, type).hasSizeGreaterThanOrEqualTo(3);
        assertThat(said.stream().map(Escalation::level))
                .as("%s on %s", trigger, type)
                .containsExactlyElementsOf(levels(taken.size()));
        assertThat(said.get(said.size() - 1).change()).isEqualTo(EscalationChange.UNDELIVERABLE);
        Duration time = Duration.ZERO;
        for (int level = 1; level <= said.size(); level++) {
            Escalation told = said.get(level - 1);
            assertThat(Duration.between(START, told.at())).isEqualTo(time);
            assertThat(told.owner()).isEqualTo(opened.path().get(Math.min(level, taken.size()) - 1));
            time = level > taken.size() ? time : time.plus(taken.get(level - 1).acknowledgeWithin());
        }
        return inShort(said) + (asInTheStarter ? " (*)" : "");
    }

    /** Each level once, and the last one again when nobody is left. */
    private static List<Integer> levels(int count) {
        return IntStream.rangeClosed(1, count + 1)
                .map(level -> Math.min(level, count))
                .boxed()
                .toList();
    }

    /** T0 has the ticket, so that a functional chain has all of its tiers before it. */
    private static List<Escalation> ranToItsEnd(EscalationPolicy policy, EscalationTrigger trigger) {
        CaseOf quiet = CaseOf.asOf(START);
        return new Stage(policy)
                .hears(quiet.scored(), quiet.routed(1, SupportTier.T0, "lena", RouteCause.NEW))
                .asks(new Signal("k", trigger, START, "test", null, 0, false, null, List.of()))
                .waits(Duration.ofHours(20))
                .said();
    }

    private static String inShort(List<Escalation> said) {
        return said.stream()
                .map(e -> Duration.between(START, e.at()).toMinutes() + ": "
                        + (e.change() == EscalationChange.UNDELIVERABLE ? "nobody" : e.owner()))
                .collect(Collectors.joining(", "));
    }

    private static String nameOf(EscalationType type) {
        return switch (type) {
            case CUSTOMER_INITIATED -> "customer";
            case AGENT_INITIATED -> "functional";
            case HIERARCHICAL -> "hierarchical";
            case PRIORITY_DRIVEN -> "security";
        };
    }

    private static EscalationPolicy withChain(EscalationTrigger trigger, String chain) {
        String document = STARTER.replaceAll("(?m)^(    " + trigger + ": .*chain: )\\w+", "$1" + chain);
        assertThat(document).isNotEqualTo(STARTER);
        return PolicyDocument.parse(document.getBytes(StandardCharsets.UTF_8))
                .policy()
                .escalation();
    }
}

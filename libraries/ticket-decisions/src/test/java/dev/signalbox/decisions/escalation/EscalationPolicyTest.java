package dev.signalbox.decisions.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.decisions.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that would leave somebody unheard is refused before it is needed (I23). */
class EscalationPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is replaced | by what | what the refusal says
                "owner: account-lead, acknowledgeWithin: PT30M | owner: ceo, acknowledgeWithin: PT30M "
                        + "| escalation.chains.account.steps[0].owner 'ceo' can reach nobody",
                "account-lead, executive] | executive] | .owner 'account-lead' can reach nobody: allowed are agent, [account:csm, account:executive] and [T1",
                "chain: security} | chain: guards} | escalation.triggers.SECURITY.chain 'guards' is not one of",
                "expertise: [security], chain | expertise: [], chain | escalation.triggers: expertise must name somebody",
                "{owner: engineering, acknowledgeWithin: PT10M} "
                        + "| {owner: engineering, acknowledgeWithin: PT10M, untilConfirmed: true} "
                        + "| escalation.chains.outage: the last step cannot be untilConfirmed",
                "{owner: executive, acknowledgeWithin: PT4H} | {owner: executive, acknowledgeWithin: PT0S} "
                        + "| acknowledgeWithin of 'executive' must be a positive duration",
                "completeness: 40, speed: 40, satisfaction: 20 | completeness: 40, speed: 40, satisfaction: 30 "
                        + "| escalation.quality: completeness, speed and satisfaction must sum to 100",
                "threshold: 70 | threshold: 101 | escalation.handoff.threshold must be 0..100 percent",
                "raiseFromLevel: 150 | raiseFromLevel: 90 | escalation.conditions.raiseFromLevel must be above 100",
                "overall: 0.15 | overall: 15 | escalation.rates.overall must be above 0 and at most 1",
                "{owner: executive, acknowledgeWithin: PT4H} | {owner: executive, acknowledgeWithin: PT4H, hours: lunch} "
                        + "| escalation.chains.contract.steps[2].hours names 'lunch', which sla.calendars does not have",
                "INTENT: 15, HISTORY | INTENT: 0, HISTORY | escalation.handoff: every weight must be above 0"
            })
    void faultIsNamedWithItsPlaceAndWhatIsAllowed(String old, String replacement, String refusal) {
        String starter = new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);
        int section = starter.indexOf("\nescalation:");
        String changed =
                starter.substring(0, section) + starter.substring(section).replace(old.strip(), replacement.strip());

        assertThatThrownBy(() -> PolicyDocument.parse(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(refusal.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // line before which the new line stands | the new line | what the refusal says
                "steps: # starts above | repeat: 6 | escalation.chains: repeat is 6: allowed are 0 to 5",
                "chains: # S48 | onCall: {ceo: {shifts: []}} | escalation.onCall names 'ceo', whom nobody answers for",
                "chains: # S48 | onCall: {manager: {}} | escalation.onCall.manager has no shift and would reach nobody",
                "chains: # S48 | onCall: {manager: {shifts: [{from: 2026-11-27T09:00:00Z, to: 2026-11-27T09:00:00Z, "
                        + "who: ann}]}} | escalation.onCall: a shift needs a from before its to"
            })
    void lineThatReachesNobodyOrNeverEndsIsRefused(String before, String line, String refusal) {
        String starter = new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);
        String changed = starter.replaceFirst("\n( *)" + Pattern.quote(before), "\n$1" + line + "\n$1" + before);

        assertThatThrownBy(() -> PolicyDocument.parse(changed.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining(refusal);
    }

    @Test
    void chainOfTheAgentAloneIsRefusedBecauseTheTicketMayHaveNone() {
        String starter = new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);
        String others = """
                        - {owner: manager, acknowledgeWithin: PT30M}
                        - {owner: account-lead, acknowledgeWithin: PT1H}
                """;
        assertThat(starter).contains(others);

        assertThatThrownBy(
                        () -> PolicyDocument.parse(starter.replace(others, "").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("escalation.chains.customer can reach nobody while the ticket has no agent");
    }
}

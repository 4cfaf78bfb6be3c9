package dev.signalbox.local.policy;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.decisions.policy.CaseOutcome;
import dev.signalbox.decisions.policy.Finding;
import dev.signalbox.decisions.policy.PolicyCases;
import dev.signalbox.decisions.policy.PolicyCheck;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.routing.StaffingPolicy;
import dev.signalbox.local.StackFailure;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Looks at a policy file before anybody uses it, and tells line by line what it finds. */
public final class PolicyInspection {

    private static final String INDENT = "           ";

    private final PolicyFile file;
    private final Consumer<String> out;

    public PolicyInspection(PolicyFile file, Consumer<String> out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Proves the document as a whole (N8).
     *
     * @param agents the team, to compare it with the staffing that the policy wants (S27); empty: no team to compare
     * @return whether it can be used
     */
    public boolean check(LocalDate today, List<AgentProfile> agents) {
        PolicyCheck check = PolicyCheck.of(file.document(), today);
        PolicyDocument document = check.document();
        out.accept(file.name() + ": " + (document == null ? "refused" : "valid, " + document.hash()));
        check.findings().forEach(this::tell);
        check.proofs().forEach(proof -> out.accept("  proved   " + proof));
        if (document != null) {
            staffing(document, agents);
        }
        return check.valid();
    }

    private void tell(Finding finding) {
        out.accept(String.format(
                Locale.ROOT, "  %-8s %s", finding.weight().name().toLowerCase(Locale.ROOT), finding.sentence()));
        if (finding.value() != null) {
            out.accept(INDENT + "is       " + finding.value());
        }
        if (finding.instead() != null) {
            out.accept(INDENT + "instead  " + finding.instead() + "  (as the starter policy says)");
        }
    }

    private void staffing(PolicyDocument document, List<AgentProfile> agents) {
        StaffingPolicy staffing = document.policy().routing().staffing();
        if (staffing == null) {
            out.accept("  warning  routing.staffing is not given: nobody is told when the team is out of proportion");
        } else if (agents.isEmpty()) {
            out.accept("  not seen the team: --kafka HOST:PORT compares it with routing.staffing");
        } else {
            staffing.warnings(agents).forEach(warning -> out.accept("  warning  routing.staffing: " + warning));
        }
    }

    /**
     * Runs the cases written beside the document.
     *
     * @return whether all came out as expected
     * @throws StackFailure if the document or its cases cannot be used
     */
    public boolean test() {
        byte[] cases = file.cases()
                .orElseThrow(() -> new StackFailure("There are no cases beside " + file.name()
                        + ": write them into a file with the same name that ends in .cases.yaml (docs/policy.md)."));
        try {
            List<CaseOutcome> outcomes = new PolicyCases(PolicyDocument.parse(file.document())).run(cases);
            outcomes.stream().filter(outcome -> !outcome.passed()).forEach(this::tell);
            long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
            out.accept(file.name() + ": " + (outcomes.size() - failed) + " of " + outcomes.size()
                    + " cases decided as expected");
            return failed == 0;
        } catch (IllegalArgumentException e) {
            throw new StackFailure(e.getMessage(), e);
        }
    }

    /**
     * Checks and tests.
     *
     * @throws StackFailure if the document must not be used
     */
    public void prove(LocalDate today) {
        if (!check(today, List.of()) || !test()) {
            throw new StackFailure(file.name() + " was not published: everything is as before.");
        }
    }

    private void tell(CaseOutcome failed) {
        out.accept("  failed   " + failed.name());
        failed.mismatches().forEach(mismatch -> out.accept(INDENT + mismatch.sentence()));
        failed.reasons().forEach(reason -> out.accept(INDENT + "because  " + reason));
    }
}

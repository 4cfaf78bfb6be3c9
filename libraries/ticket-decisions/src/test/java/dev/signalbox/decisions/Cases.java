package dev.signalbox.decisions;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.Contract;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Stakeholder;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Urgency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Accounts and analyses with little in them, for tests to vary. */
public final class Cases {

    private Cases() {}

    public static Account account(PlanTier plan, long arr, int health, LocalDate renewal) {
        return account(plan, arr, health, renewal, "UTC");
    }

    public static Account account(PlanTier plan, long arr, int health, LocalDate renewal, String timeZone) {
        return account(plan, arr, health, renewal, timeZone, null);
    }

    public static Account account(
            PlanTier plan, long arr, int health, LocalDate renewal, String timeZone, Contract contract) {
        return new Account(
                "acme", true, "Acme", plan, arr, arr / 12, "USD", health, renewal, "EMEA", timeZone, null, 1, Map.of(),
                Map.of(), contract, null, null);
    }

    public static Ticket ticket(Channel channel, Instant createdAt) {
        return new Ticket(
                "desk:1",
                "default",
                "desk",
                "native",
                "1",
                null,
                "e1",
                channel,
                "Subject",
                "Body",
                "en",
                null,
                null,
                List.of(),
                new Requester("7", null, "ann@acme.example", null),
                null,
                null,
                List.of(),
                Map.of(),
                TicketStatus.NEW,
                null,
                false,
                createdAt,
                createdAt,
                createdAt);
    }

    public static Analysis analysis(Severity severity) {
        return analysis(severity, false, List.of(), List.of(), false, false);
    }

    public static Analysis analysis(
            Severity severity,
            boolean totalOutage,
            List<String> hardRules,
            List<String> riskWords,
            boolean accessRevocation,
            boolean keyPerson) {
        return new Analysis(
                "BILLING",
                "invoice_question",
                new BigDecimal("0.91"),
                null,
                false,
                List.of(),
                Urgency.MEDIUM,
                Impact.LIMITED,
                severity,
                totalOutage,
                Complexity.LOW,
                new Sentiment(Sentiment.Label.NEUTRAL, BigDecimal.ZERO),
                false,
                hardRules,
                List.of(),
                riskWords,
                accessRevocation,
                false,
                false,
                null,
                new Stakeholder(keyPerson, List.of()),
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }
}

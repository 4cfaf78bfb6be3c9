package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Contact;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cases under the starter policy, to be analysed. */
final class Cases {

    /** A Sunday, 09:00 UTC. */
    static final Instant CREATED = Instant.parse("2026-11-22T09:00:00Z");

    static final TicketAnalyzer ANALYZER =
            new TicketAnalyzer(PolicyDocument.starter().policy().analysis());

    private Cases() {}

    static Analysis analysis(String text) {
        return ANALYZER.analyze(facts(text));
    }

    /** The first message and what the customer wrote each an hour later. */
    static Analysis conversation(String... messages) {
        List<CaseFacts.Reply> replies = new ArrayList<>();
        for (int i = 1; i < messages.length; i++) {
            replies.add(new CaseFacts.Reply(CREATED.plus(Duration.ofHours(i)), messages[i]));
        }
        CaseFacts facts = facts(messages[0]);
        return ANALYZER.analyze(new CaseFacts(
                facts.ticket(), replies, facts.account(), facts.classification(), null, false, facts.now()));
    }

    static CaseFacts facts(String text) {
        return facts(
                ticket(text, new Requester("77", "Ann", "ann@acme.example", null)),
                account().build());
    }

    static CaseFacts facts(Ticket ticket, AccountProfile account) {
        return new CaseFacts(
                ticket, List.of(), account, classified("password_reset", "0.90"), null, false, CREATED.plusSeconds(2));
    }

    static Classification classified(String intent, String confidence) {
        return new Classification(
                "ACCOUNT",
                intent,
                new BigDecimal(confidence),
                null,
                null,
                List.of("password"),
                List.of(),
                List.of(),
                "m1");
    }

    static Ticket ticket(String text, Requester requester) {
        return new Ticket(
                "zendesk:1",
                "default",
                "zendesk",
                "zendesk",
                "1",
                null,
                "e1",
                Channel.EMAIL,
                "",
                text,
                null,
                null,
                null,
                List.of(),
                requester,
                "4711",
                null,
                List.of(),
                Map.of(),
                TicketStatus.NEW,
                null,
                false,
                CREATED,
                CREATED,
                CREATED.plusSeconds(1));
    }

    static AccountBuilder account() {
        return new AccountBuilder();
    }

    /** A small, healthy PRO account; what a test is about is set. */
    static final class AccountBuilder {
        PlanTier planTier = PlanTier.PRO;
        long arr = 20_000;
        int health = 80;
        LocalDate renewal = LocalDate.parse("2027-11-01");
        String timeZone = "Europe/Berlin";
        List<Contact> contacts = List.of();

        AccountProfile build() {
            return new AccountProfile(
                    "acme",
                    "Acme",
                    planTier,
                    arr,
                    arr / 12,
                    "USD",
                    health,
                    renewal,
                    "EMEA",
                    timeZone,
                    null,
                    Map.of(),
                    Map.of(),
                    List.of("acme.example"),
                    Map.of("zendesk", "4711"),
                    contacts,
                    null,
                    null,
                    null);
        }
    }
}

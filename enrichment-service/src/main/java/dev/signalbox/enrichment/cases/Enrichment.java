package dev.signalbox.enrichment.cases;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyChoice;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.Correction;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.EnrichmentMetrics;
import dev.signalbox.enrichment.ReferencePublisher;
import dev.signalbox.enrichment.accounts.Accounts;
import dev.signalbox.enrichment.classify.Classified;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.Timers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings cases up to date within a transaction: finds their accounts, decides, saves, publishes new versions. The cases
 * are loaded and locked, and accounts shared, before.
 */
@ApplicationScoped
public class Enrichment {

    private final CaseClassifier classifier;
    private final Accounts accounts;
    private final Cases cases;
    private final Timers timers;
    private final EnrichmentConfig config;
    private final EnrichmentMetrics metrics;

    Enrichment(
            CaseClassifier classifier,
            Accounts accounts,
            Cases cases,
            Timers timers,
            EnrichmentConfig config,
            EnrichmentMetrics metrics) {
        this.classifier = classifier;
        this.accounts = accounts;
        this.cases = cases;
        this.timers = timers;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Does before a transaction what takes long in bringing cases up to date: asks the classifier about those that will
     * probably get a version.
     *
     * @param rows as they are now, locked by nobody
     * @param after those of them that change
     */
    public Uni<Classified> prepare(Map<String, CaseRow> rows, Map<String, CaseState> after) {
        List<CaseRow> expected = touched(rows, after).stream()
                .filter(row -> row.state().ticket() != null
                        && (row.pending() || !silent(rows.get(row.id()).state(), row.state())))
                .toList();
        return expected.isEmpty()
                ? Uni.createFrom().item(Classified.NOTHING)
                : classifier.choice().chain(choice -> classifier.classify(choice, expected));
    }

    /** Facts have changed, but none that is worth a version. */
    private static boolean silent(CaseState before, CaseState now) {
        return before != now
                && before.ticket() != null
                && Fingerprint.of(before, before.ticket(), null).equals(Fingerprint.of(now, now.ticket(), null));
    }

    /** What a batch of cases is brought up to date with. */
    private record Surroundings(Map<String, AccountProfile> accountByTicket, Map<String, Integer> openElsewhere) {

        @Nullable
        AccountProfile accountOf(CaseRow row) {
            return accountByTicket.get(row.id());
        }
    }

    /**
     * Brings cases up to date.
     *
     * @param rows as they were loaded
     * @param after the cases to be brought up to date, with new facts folded in
     * @param traces trace context of what caused a change, by ticket
     * @param prepared what the classifier has said already; about what is missing it is asked now
     */
    public Uni<Void> update(
            UnitOfWork work,
            Map<String, CaseRow> rows,
            Map<String, CaseState> after,
            Map<String, String> traces,
            Classified prepared) {
        List<CaseRow> touched = touched(rows, after);
        return touched.isEmpty()
                ? Uni.createFrom().voidItem()
                : classifier
                        .choice()
                        .chain(choice -> surroundings(work, touched)
                                .chain(around -> complete(choice, touched, around, work.now(), prepared)
                                        .chain(said -> decide(work, choice, rows, touched, around, said, traces))));
    }

    private static List<CaseRow> touched(Map<String, CaseRow> rows, Map<String, CaseState> after) {
        List<CaseRow> touched = new ArrayList<>();
        rows.forEach((id, row) -> {
            CaseState state = after.get(id);
            if (state != null || row.pending()) {
                touched.add(state == null ? row : row.with(state));
            }
        });
        return touched;
    }

    private Uni<Surroundings> surroundings(UnitOfWork work, List<CaseRow> touched) {
        List<CaseRow> known =
                touched.stream().filter(row -> row.state().ticket() != null).toList();
        return accounts.ofTickets(
                        work, known.stream().map(row -> row.state().ticket()).toList())
                .chain(found -> {
                    Set<String> ids =
                            found.values().stream().map(AccountProfile::id).collect(Collectors.toSet());
                    List<String> tickets = known.stream().map(CaseRow::id).toList();
                    return cases.openTickets(work, ids, tickets).map(open -> new Surroundings(found, open));
                });
    }

    /** With what is due for a version but was not prepared: an account or a reply has come in between. */
    private Uni<Classified> complete(
            PolicyChoice choice, List<CaseRow> touched, Surroundings around, Instant now, Classified prepared) {
        List<CaseRow> missing = touched.stream()
                .filter(row -> row.state().ticket() != null)
                .filter(row -> {
                    AccountProfile account = around.accountOf(row);
                    PolicyDocument policy = policy(choice, account);
                    return CaseClassifier.said(prepared, policy, row) == null
                            && classifier.decision(policy, now).asksTheClassifier(row.state(), account);
                })
                .toList();
        return classifier.classify(choice, missing).map(prepared::and);
    }

    private static PolicyDocument policy(PolicyChoice choice, @Nullable AccountProfile account) {
        return choice.of(account == null ? null : account.id());
    }

    private Uni<Void> decide(
            UnitOfWork work,
            PolicyChoice choice,
            Map<String, CaseRow> before,
            List<CaseRow> touched,
            Surroundings around,
            Classified classified,
            Map<String, String> traces) {
        Map<String, Integer> open = openTickets(touched, around);
        List<CaseRow> changed = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        List<Timer> wakeUps = new ArrayList<>();
        List<String> needless = new ArrayList<>();
        for (CaseRow row : touched) {
            AccountProfile account = around.accountOf(row);
            PolicyDocument policy = policy(choice, account);
            CaseDecision decision = classifier.decision(policy, work.now());
            CaseDecision.Outcome outcome = decision.decide(
                    row.state(),
                    account,
                    account == null ? 0 : open.get(account.id()),
                    () -> CaseClassifier.said(classified, policy, row));
            changed.add(row.with(outcome.state()).of(account == null ? null : account.id()));
            CaseFile version = outcome.version();
            if (version != null) {
                events.add(Event.sequenced(Topic.TICKETS_ENRICHED, row.id(), version.version(), version.asOf(), version)
                        .within(traces.get(row.id())));
                metrics.published(version);
                if (version.version() == 1) {
                    classifier.classified(version.analysis().confidence().doubleValue());
                }
            }
            ResolvedTicket corrected = corrected(before.get(row.id()).state(), outcome.state(), work.now());
            if (corrected != null) {
                events.add(ReferencePublisher.record(Topic.HISTORY, row.id(), corrected, work.now()));
            }
            timer(decision, before.get(row.id()), outcome.state(), wakeUps, needless);
        }
        return cases.save(work, changed)
                .chain(() -> work.publish(events))
                .chain(() -> timers.cancel(work, needless))
                .chain(() -> timers.schedule(work, wakeUps));
    }

    /** What is to be learnt from a reviewer who has just said what a ticket is about, or null. */
    private static @Nullable ResolvedTicket corrected(CaseState before, CaseState now, Instant at) {
        Correction said = now.correction();
        Ticket ticket = now.ticket();
        boolean news =
                said != null && said.intent() != null && said.category() != null && !said.equals(before.correction());
        return !news || ticket == null
                ? null
                : new ResolvedTicket(
                        ticket.id(),
                        "",
                        TicketAnalyzer.classifiedText(ticket),
                        said.category(),
                        said.intent(),
                        null,
                        null,
                        at,
                        ticket.language());
    }

    /** Open tickets by account, those of this batch as they are now. */
    private static Map<String, Integer> openTickets(List<CaseRow> touched, Surroundings around) {
        Map<String, Integer> open = new HashMap<>();
        for (CaseRow row : touched) {
            AccountProfile account = around.accountOf(row);
            if (account != null) {
                open.computeIfAbsent(account.id(), id -> around.openElsewhere().getOrDefault(id, 0));
                open.merge(account.id(), row.state().open() ? 1 : 0, Integer::sum);
            }
        }
        return open;
    }

    private void timer(
            CaseDecision decision, CaseRow before, CaseState now, List<Timer> wakeUps, List<String> needless) {
        CaseTimers timer = new CaseTimers(before.id());
        boolean waited = !before.state().waiting().isEmpty();
        boolean waits = !now.waiting().isEmpty();
        if (waits && !waited) {
            wakeUps.add(timer.unknownTicket(decision.now().plus(config.unknownAfter())));
        } else if (waited && !waits) {
            needless.add(timer.unknownTicketKey());
        }
        CaseState.Published published = now.published();
        boolean newlyNamed = published.version() != before.state().published().version();
        if (newlyNamed && published.deadline() != null && !published.deadlineNear()) {
            wakeUps.add(timer.deadline(decision.analyzer().nearFrom(published.deadline())));
        }
    }
}

package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Ticket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts together what a receiver needs, so that the customer never repeats anything (S52, N9). */
final class HandoffPackage {

    private static final int LONGEST_ENTRY = 1_000;
    private static final int MOST_ENTRIES = 50;
    private static final int MOST_FIXES = 20;

    private final CaseFile file;
    private final TicketFacts facts;
    private final List<Handoff.Entry> notes;

    private HandoffPackage(CaseFile file, TicketFacts facts, List<Handoff.Entry> notes) {
        this.file = file;
        this.facts = facts;
        this.notes = notes;
    }

    /**
     * @param receiver the owner that it is for; experts need more
     * @param notes what people wrote on the escalation
     */
    static Handoff of(
            CaseFile file, TicketFacts facts, List<Handoff.Entry> notes, String receiver, HandoffPolicy policy) {
        return new HandoffPackage(file, facts, notes).assemble(policy.required(receiver));
    }

    private Handoff assemble(Map<HandoffPart, Integer> required) {
        Analysis analysis = file.analysis();
        TextEvidence evidence = new TextEvidence(texts());
        Handoff whole = new Handoff(
                analysis.needsReview() ? null : analysis.intent(),
                analysis.summary() == null ? file.ticket().subject() : analysis.summary(),
                history(),
                attemptedFixes(evidence),
                analysis.sentiment(),
                file.account(),
                evidence.reproductionSteps(),
                evidence.logs(),
                evidence.endpoints(),
                evidence.timeline(),
                0,
                List.of());
        List<HandoffPart> missing = required.keySet().stream()
                .filter(part -> !has(whole, part))
                .sorted()
                .toList();
        int all = sum(required.values());
        int lacking = sum(missing.stream().map(required::get).toList());
        return graded(whole, 100 * (all - lacking) / all, missing);
    }

    private static Handoff graded(Handoff whole, int completeness, List<HandoffPart> missing) {
        return new Handoff(
                whole.intent(),
                whole.summary(),
                whole.history(),
                whole.attemptedFixes(),
                whole.sentiment(),
                whole.account(),
                whole.reproductionSteps(),
                whole.logs(),
                whole.endpoints(),
                whole.timeline(),
                completeness,
                missing.stream().map(HandoffPart::field).toList());
    }

    private static boolean has(Handoff whole, HandoffPart part) {
        return switch (part) {
            case INTENT -> whole.intent() != null;
            case HISTORY -> !whole.history().isEmpty();
            case ATTEMPTED_FIXES -> !whole.attemptedFixes().isEmpty();
            case SENTIMENT -> whole.sentiment() != null;
            case ACCOUNT -> whole.account() != null && whole.account().known();
            case REPRODUCTION_STEPS -> !whole.reproductionSteps().isEmpty();
            case LOGS -> !whole.logs().isEmpty();
            case ENDPOINTS -> !whole.endpoints().isEmpty();
            case TIMELINE -> !whole.timeline().isEmpty();
        };
    }

    private List<Handoff.Entry> history() {
        List<Handoff.Entry> entries = new ArrayList<>();
        Ticket ticket = file.ticket();
        String told = (ticket.subject() + "\n" + ticket.body()).strip();
        if (!told.isEmpty()) {
            entries.add(new Handoff.Entry(ticket.createdAt(), name(ticket.requester()), cut(told)));
        }
        for (Activity activity : facts.history()) {
            entries.add(new Handoff.Entry(activity.at(), name(activity.actor()), cut(what(activity))));
        }
        notes.forEach(note -> entries.add(new Handoff.Entry(note.at(), note.who(), cut(note.what()))));
        entries.sort(Comparator.comparing(Handoff.Entry::at));
        return entries.subList(Math.max(0, entries.size() - MOST_ENTRIES), entries.size());
    }

    /** What agents answered was an attempt to help; beside it, every sentence that says what was tried. */
    private List<String> attemptedFixes(TextEvidence evidence) {
        Stream<String> answers = facts.history().stream()
                .filter(activity -> activity.kind() == ActivityKind.AGENT_REPLIED)
                .map(Activity::text)
                .filter(text -> text != null && !text.isBlank())
                .map(TextEvidence::firstLine);
        return Stream.concat(answers, evidence.attemptedFixes().stream())
                .distinct()
                .limit(MOST_FIXES)
                .toList();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.add(file.ticket().body());
        for (Activity activity : facts.history()) {
            if (activity.text() != null) {
                texts.add(activity.text());
            }
        }
        notes.forEach(note -> texts.add(note.what()));
        return texts;
    }

    private static String what(Activity activity) {
        String kind = activity.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (activity.text() != null) {
            return kind + ": " + activity.text();
        }
        return activity.status() == null ? kind : kind + ": " + activity.status();
    }

    private static String name(Actor actor) {
        String kind = actor.kind().name().toLowerCase(Locale.ROOT);
        return actor.id() == null ? kind : kind + " " + actor.id();
    }

    private static String name(Requester requester) {
        return requester.name() == null ? "customer" : "customer " + requester.name();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ENTRY ? text : text.substring(0, LONGEST_ENTRY - 3) + "...";
    }

    private static int sum(Collection<Integer> weights) {
        return weights.stream().mapToInt(Integer::intValue).sum();
    }
}

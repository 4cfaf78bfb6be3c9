package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.Escalated;
import dev.signalbox.systemtests.history.Hooked;
import dev.signalbox.systemtests.history.Said;
import dev.signalbox.systemtests.history.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Faults that lose, alter or disorder records. */
final class Corruptions {

    private static final String NOT_DECIDED = "accepted but not decided";
    private static final String TWO_CONTENTS = "one ce_id with two contents";
    private static final String DISORDER = "gaps or disorder in sequence or version";
    private static final String HOOKS = "webhooks lost, changed, forged or disordered";
    private static final String NEW_EFFECTS = "new effects after the reset";

    private Corruptions() {}

    static List<Corruption> all() {
        List<Corruption> all = new ArrayList<>();
        all.addAll(losses());
        all.addAll(alterations());
        all.addAll(disorder());
        all.addAll(effectsAfterReset());
        all.addAll(WatchdogCorruptions.all());
        all.addAll(RoutingCorruptions.all());
        all.addAll(hooks());
        return all;
    }

    private static List<Corruption> hooks() {
        return List.of(
                new Corruption("a webhook is never taken", HOOKS, (draft, random) -> {
                    String lost = draft.hooked
                            .get(random.nextInt(draft.hooked.size()))
                            .id();
                    draft.hooked.removeIf(hook -> hook.id().equals(lost));
                }),
                new Corruption("a webhook is refused and not repeated", HOOKS, (draft, random) -> {
                    String lost = draft.hooked
                            .get(random.nextInt(draft.hooked.size()))
                            .id();
                    draft.hooked.replaceAll(
                            hook -> hook.id().equals(lost) ? new Hooked(lost, true, false, hook.digest()) : hook);
                }),
                new Corruption(
                        "a webhook is forged",
                        HOOKS,
                        (draft, random) -> draft.hooked.add(new Hooked("forged", false, true, "forged"))),
                new Corruption(
                        "a webhook comes again with another content",
                        HOOKS,
                        (draft, random) ->
                                draft.hooked.add(new Hooked(draft.hooked.get(0).id(), true, true, "changed"))),
                new Corruption(
                        "webhooks come in the wrong order",
                        HOOKS,
                        (draft, random) -> Collections.reverse(draft.hooked)));
    }

    private static List<Corruption> losses() {
        return List.of(
                new Corruption("a ticket is never routed", NOT_DECIDED, (draft, random) -> {
                    String ticket = anyKey(draft, Topic.TICKETS_ROUTED, random);
                    draft.removeIf(Topic.TICKETS_ROUTED, said -> said.key().equals(ticket));
                }),
                new Corruption("a ticket vanishes after it was accepted", NOT_DECIDED, (draft, random) -> {
                    String ticket = anyKey(draft, Topic.TICKETS_RAW, random);
                    draft.records.removeIf(said -> said.key().equals(ticket));
                }),
                new Corruption("an activity is dropped", "accepted activity not told", (draft, random) -> {
                    Said<?> lost = draft.any(Topic.TICKETS_ACTIVITY, Object.class, random, said -> true);
                    draft.removeIf(Topic.TICKETS_ACTIVITY, said -> Draft.isOne(said, lost));
                }),
                new Corruption(
                        "garbage is dropped",
                        "unreadable but not in quarantine",
                        (draft, random) -> draft.removeIf(Topic.TICKETS_QUARANTINE, said -> true)),
                new Corruption(
                        "a version is not scored", "versions lost between enriched and scored", (draft, random) -> {
                            Said<?> lost = draft.any(Topic.TICKETS_SCORED, Version.class, random, said -> true);
                            draft.removeIf(Topic.TICKETS_SCORED, said -> Draft.isOne(said, lost));
                        }),
                new Corruption("a solution is forgotten", "accepted activity without its effect", (draft, random) -> {
                    List<Accepted> openings = draft.accepted.stream()
                            .filter(accepted -> accepted.activity() == ActivityKind.REOPENED)
                            .toList();
                    Accepted before = openings.get(random.nextInt(openings.size()));
                    draft.accepted.add(new Accepted(
                            Accepted.Kind.ACTIVITY,
                            before.ticketId(),
                            "late",
                            ActivityKind.SOLVED,
                            before.at().plusSeconds(1),
                            null));
                }));
    }

    private static List<Corruption> alterations() {
        return List.of(
                new Corruption("a repetition says something else", TWO_CONTENTS, (draft, random) -> {
                    Said<?> repeated = repetition(draft, random);
                    int index = draft.records.indexOf(repeated);
                    draft.records.set(index, altered(repeated, repeated.key(), "something else"));
                }),
                new Corruption("a repetition lies under another key", TWO_CONTENTS, (draft, random) -> {
                    Said<?> repeated = repetition(draft, random);
                    int index = draft.records.indexOf(repeated);
                    draft.records.set(index, altered(repeated, "native:other", repeated.digest()));
                }));
    }

    private static List<Corruption> disorder() {
        return List.of(
                gap(Topic.TICKETS_ROUTED),
                gap(Topic.SLA_CLOCKS),
                gap(Topic.AGENTS_ACTIVITY),
                new Corruption("the first version is missing", DISORDER, (draft, random) -> {
                    Said<?> second = draft.any(Topic.TICKETS_ENRICHED, Version.class, random, s -> s.sequence() == 2);
                    draft.removeIf(
                            Topic.TICKETS_ENRICHED, said -> said.key().equals(second.key()) && said.sequence() == 1);
                }),
                new Corruption("two first occurrences change places", DISORDER, (draft, random) -> {
                    Said<?> second = draft.any(Topic.SLA_CLOCKS, Object.class, random, said -> said.sequence() == 2);
                    Said<?> first = draft.records.stream()
                            .filter(said -> said.topic() == Topic.SLA_CLOCKS
                                    && said.key().equals(second.key())
                                    && said.sequence() == 1)
                            .findFirst()
                            .orElseThrow();
                    // repetitions may stand between them
                    draft.records.removeIf(said -> said != first && Draft.isOne(said, first));
                    draft.swap(first, second);
                }),
                new Corruption("a record lies in another partition", DISORDER, (draft, random) -> {
                    Said<?> moved = draft.any(Topic.TICKETS_ROUTED, Object.class, random, said -> said.sequence() > 1);
                    draft.records.set(
                            draft.records.indexOf(moved), numbered(moved, moved.partition() + 1, moved.sequence()));
                }),
                new Corruption("the header says another sequence", DISORDER, (draft, random) -> {
                    Said<?> lying = draft.any(Topic.SLA_ACTIONS, Object.class, random, said -> true);
                    draft.records.set(
                            draft.records.indexOf(lying), numbered(lying, lying.partition(), lying.sequence() + 1));
                }),
                new Corruption("a number is used by two events", DISORDER, (draft, random) -> {
                    Said<?> used = draft.any(Topic.TICKETS_ROUTED, Object.class, random, said -> true);
                    draft.records.add(new Said<>(
                            used.topic(),
                            used.partition(),
                            Long.MAX_VALUE - 1,
                            used.key(),
                            "another id",
                            used.sequence(),
                            used.sequence(),
                            "another content",
                            false,
                            used.content()));
                }));
    }

    private static Corruption gap(Topic topic) {
        return new Corruption("a record is missing on " + topic.topicName(), DISORDER, (draft, random) -> {
            Said<?> later = draft.any(topic, Object.class, random, said -> said.sequence() > 1);
            draft.removeIf(topic, said -> said.key().equals(later.key()) && said.sequence() == later.sequence() - 1);
        });
    }

    private static List<Corruption> effectsAfterReset() {
        return List.of(
                afterReset(Topic.TICKETS_ENRICHED),
                afterReset(Topic.TICKETS_ROUTED),
                afterReset(Topic.SLA_ACTIONS),
                afterReset(Topic.AGENTS_ACTIVITY),
                new Corruption("an escalation opens again after the reset", NEW_EFFECTS, (draft, random) -> {
                    Said<Escalated> like = draft.any(Topic.ESCALATIONS, Escalated.class, random, said -> true);
                    draft.append(like, true, like.content());
                }));
    }

    private static Corruption afterReset(Topic topic) {
        return new Corruption("after the reset there is more on " + topic.topicName(), NEW_EFFECTS, (draft, random) -> {
            Said<?> like = draft.any(topic, Object.class, random, said -> true);
            draft.append(like, true, like.content());
        });
    }

    static String anyKey(Draft draft, Topic topic, Random random) {
        return draft.any(topic, Object.class, random, said -> true).key();
    }

    private static Said<?> repetition(Draft draft, Random random) {
        List<? extends Said<?>> repetitions = draft.records.stream()
                .filter(said -> draft.records.stream().anyMatch(first -> first != said && Draft.isOne(first, said)))
                .toList();
        return repetitions.get(random.nextInt(repetitions.size()));
    }

    private static <T> Said<T> altered(Said<T> said, String key, String digest) {
        return new Said<>(
                said.topic(),
                said.partition(),
                said.offset(),
                key,
                said.id(),
                said.sequence(),
                said.sequenceHeader(),
                digest,
                said.afterReset(),
                said.content());
    }

    private static <T> Said<T> numbered(Said<T> said, int partition, long sequenceHeader) {
        return new Said<>(
                said.topic(),
                partition,
                said.offset(),
                said.key(),
                said.id(),
                said.sequence(),
                sequenceHeader,
                said.digest(),
                said.afterReset(),
                said.content());
    }
}

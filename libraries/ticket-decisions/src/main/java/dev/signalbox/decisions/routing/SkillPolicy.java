package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.decisions.validation.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which skill a ticket asks for (S37). Its name is also the name of the queue.
 *
 * @param rules hard rule to skill; the first rule of the ticket that is listed wins
 * @param intents intent to skill, before the category
 * @param categories category to skill; one that is not listed asks for the skill of its own name, in lower case
 * @param accessRevocation S15: who locks accounts
 * @param fallback skill of a ticket without a category
 * @param known every skill that this section may name, so that a slip of the pen makes no queue that nobody serves;
 *     empty: any
 */
public record SkillPolicy(
        Map<String, String> rules,
        Map<String, String> intents,
        Map<String, String> categories,
        String accessRevocation,
        String fallback,
        Set<String> known) {

    public SkillPolicy {
        rules = rules == null ? Map.of() : Map.copyOf(rules);
        intents = intents == null ? Map.of() : Map.copyOf(intents);
        categories = categories == null ? Map.of() : Map.copyOf(categories);
        Allowed.present("routing.skills.accessRevocation", accessRevocation);
        Allowed.present("routing.skills.fallback", fallback);
        known = known == null ? Set.of() : Set.copyOf(known);
        Map<String, String> named = new TreeMap<>();
        rules.forEach((rule, skill) -> named.put("rules." + rule, skill));
        intents.forEach((intent, skill) -> named.put("intents." + intent, skill));
        categories.forEach((category, skill) -> named.put("categories." + category, skill));
        named.put("accessRevocation", accessRevocation);
        named.put("fallback", fallback);
        Allowed.without(unknown(known, named));
    }

    private static List<String> unknown(Set<String> known, Map<String, String> named) {
        List<String> faults = new ArrayList<>();
        named.forEach((field, skill) -> {
            if (!known.isEmpty() && !known.contains(skill)) {
                faults.add("routing.skills." + field + ": no queue is named '" + skill
                        + "'; allowed are the skills of routing.skills.known, " + new TreeSet<>(known));
            }
        });
        return faults;
    }

    /** The skill that the ticket asks for; hard rules first, then access revocation, intent, category. */
    public String required(Analysis analysis) {
        for (String rule : analysis.hardRules()) {
            String skill = rules.get(rule);
            if (skill != null) {
                return skill;
            }
        }
        if (analysis.accessRevocation()) {
            return accessRevocation;
        }
        String intent = analysis.intent();
        if (intent != null && intents.containsKey(intent)) {
            return Allowed.present(intent, intents.get(intent));
        }
        String category = analysis.category();
        if (category == null || category.isBlank()) {
            return fallback;
        }
        return categories.getOrDefault(
                category, category.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

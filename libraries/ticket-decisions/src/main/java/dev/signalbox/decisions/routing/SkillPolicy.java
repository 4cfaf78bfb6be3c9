package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.decisions.validation.Allowed;
import java.util.Locale;
import java.util.Map;

/**
 * Which skill a ticket asks for (S37). Its name is also the name of the queue.
 *
 * @param rules hard rule to skill; the first rule of the ticket that is listed wins
 * @param intents intent to skill, before the category
 * @param categories category to skill; one that is not listed asks for the skill of its own name, in lower case
 * @param accessRevocation S15: who locks accounts
 * @param fallback skill of a ticket without a category
 */
public record SkillPolicy(
        Map<String, String> rules,
        Map<String, String> intents,
        Map<String, String> categories,
        String accessRevocation,
        String fallback) {

    public SkillPolicy {
        rules = rules == null ? Map.of() : Map.copyOf(rules);
        intents = intents == null ? Map.of() : Map.copyOf(intents);
        categories = categories == null ? Map.of() : Map.copyOf(categories);
        Allowed.present("routing.skills.accessRevocation", accessRevocation);
        Allowed.present("routing.skills.fallback", fallback);
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

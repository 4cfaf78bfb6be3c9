package dev.signalbox.intake.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Actor;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A user of Jira: {@code accountId} in the Cloud, {@code name} or {@code key} on a server.
 *
 * @param accountType {@code customer} of a service desk, {@code atlassian} with a licence, {@code app}; Cloud only
 */
record Person(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String accountType) {

    static Person of(JsonNode user) {
        String account = Fields.text(user, "accountId");
        String id = account != null ? account : Fields.anyText(user, "name", "key");
        return new Person(
                id,
                Fields.text(user, "displayName"),
                Fields.text(user, "emailAddress"),
                Fields.word(user, "accountType"));
    }

    /**
     * Customer or agent. Told by the account type or the configured domains; else whoever has the ticket is an agent,
     * whoever reported it a customer, and any other person with an account in Jira an agent.
     */
    Actor.Kind role(Delivery delivery, JsonNode fields) {
        if ("app".equals(accountType)) {
            return Actor.Kind.SYSTEM;
        }
        if ("customer".equals(accountType) || "qm".equals(accountType)) {
            return Actor.Kind.CUSTOMER;
        }
        Boolean staff = delivery.connection().isStaff(email);
        if (staff != null) {
            return staff ? Actor.Kind.AGENT : Actor.Kind.CUSTOMER;
        }
        if (isSame(of(fields.path("assignee")))) {
            return Actor.Kind.AGENT;
        }
        return isSame(of(fields.path("reporter"))) ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT;
    }

    private boolean isSame(Person other) {
        return id != null && id.equals(other.id);
    }
}

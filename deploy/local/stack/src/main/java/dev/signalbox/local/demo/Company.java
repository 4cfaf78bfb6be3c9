package dev.signalbox.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Everything that a company would have in its systems before the first ticket comes. */
final class Company {

    private static final int MONTHS = 12;
    private static final int FIRST_ORGANIZATION = 7_001;
    private static final int FIRST_AGENT = 9_001;

    private final DemoTopics topics;
    private final List<String> accounts = new ArrayList<>();
    private final List<ObjectNode> agents = new ArrayList<>();

    Company(DemoTopics topics) {
        this.topics = topics;
        DemoFiles.tree("accounts.json").forEach(a -> accounts.add(a.path("id").textValue()));
        DemoFiles.tree("agents.json").forEach(a -> agents.add(known((ObjectNode) a)));
    }

    /** Publishes accounts, agents, knowledge and solved tickets. */
    void publish() {
        for (JsonNode account : DemoFiles.tree("accounts.json")) {
            publish(Topic.ACCOUNTS, complete((ObjectNode) account));
        }
        agents.forEach(agent -> publish(Topic.AGENTS, agent));
        DemoFiles.tree("knowledge.json").forEach(article -> publish(Topic.KNOWLEDGE, article));
        for (JsonNode solved : DemoFiles.tree("history.json")) {
            topics.publish(Topic.HISTORY, solved.path("ticketId").textValue(), Json.encode(solved));
        }
    }

    private void publish(Topic topic, JsonNode value) {
        topics.publish(topic, value.path("id").textValue(), Json.encode(value));
    }

    /** Zendesk's number of an account. */
    String organization(String account) {
        return Integer.toString(FIRST_ORGANIZATION + accounts.indexOf(account));
    }

    List<String> agentIds() {
        return agents.stream().map(a -> a.path("id").textValue()).toList();
    }

    String agentName(String agentId) {
        return agent(agentId).path("name").textValue();
    }

    String agentEmail(String agentId) {
        return agent(agentId).path("email").textValue();
    }

    /** The id by which a helpdesk knows an agent. */
    String agentId(String agentId, String helpdesk) {
        return agent(agentId).path("externalIds").path(helpdesk).textValue();
    }

    private ObjectNode agent(String id) {
        return agents.stream()
                .filter(a -> a.path("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode complete(ObjectNode account) {
        String id = account.path("id").textValue();
        JsonNode renewsIn = account.remove("renewsIn");
        if (renewsIn.isInt()) {
            account.put(
                    "renewalDate",
                    LocalDate.now(ZoneOffset.UTC).plusDays(renewsIn.intValue()).toString());
        }
        account.put("mrr", account.path("arr").longValue() / MONTHS)
                .put("currency", "USD")
                .put("region", "EMEA")
                .put("timeZone", "Europe/Berlin")
                .put("executive", "executive@signalbox.example")
                .put("csm", "success@signalbox.example");
        account.putArray("domains").add(id + ".example");
        account.putObject("externalIds").put("zendesk", organization(id));
        return account;
    }

    private ObjectNode known(ObjectNode agent) {
        String id = agent.path("id").textValue();
        int number = FIRST_AGENT + agents.size();
        agent.put("email", id + "@signalbox.example").put("region", "EMEA").put("timeZone", "Europe/Berlin");
        agent.putArray("languages").add("en").add("de");
        agent.putObject("externalIds")
                .put("zendesk", Integer.toString(number))
                .put("jira", "account-" + id)
                .put("freshdesk", Integer.toString(number + 1_000))
                .put("intercom", Integer.toString(number + 2_000));
        return agent;
    }
}

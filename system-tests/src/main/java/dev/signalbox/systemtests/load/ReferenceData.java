package dev.signalbox.systemtests.load;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.TopicWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Publishes customers and agents and brings every agent online. */
public final class ReferenceData {

    private static final int ATTEMPTS = 300;
    private static final long PAUSE_MILLIS = 200;

    private ReferenceData() {}

    public static void publish(String bootstrapServers, Customers customers) {
        try (TopicWriter writer = TopicWriter.open(bootstrapServers)) {
            customers.accounts().forEach(account -> writer.write(Topic.ACCOUNTS, account.id(), account));
            customers.agents().forEach(agent -> writer.write(Topic.AGENTS, agent.id(), agent));
        }
    }

    /** Tells that some customers have become unhappy; later {@link #publish} says again what they were. */
    public static void upset(String bootstrapServers, Customers customers, int count) {
        try (TopicWriter writer = TopicWriter.open(bootstrapServers)) {
            customers.accounts().stream()
                    .limit(count)
                    .map(ReferenceData::unhappy)
                    .forEach(account -> writer.write(Topic.ACCOUNTS, account.id(), account));
        }
    }

    private static AccountProfile unhappy(AccountProfile account) {
        return new AccountProfile(
                account.id(),
                account.name(),
                account.planTier(),
                account.arr(),
                account.mrr(),
                account.currency(),
                5,
                account.renewalDate(),
                account.region(),
                account.timeZone(),
                account.seats(),
                account.usage(),
                account.configuration(),
                account.domains(),
                account.externalIds(),
                account.contacts(),
                account.contract(),
                account.executive(),
                account.csm());
    }

    /** @throws IllegalStateException if routing does not know an agent within a minute */
    public static void bringOnline(URI routing, List<AgentProfile> agents) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (AgentProfile agent : agents) {
            HttpRequest request = HttpRequest.newBuilder(routing.resolve("/v1/agents/" + agent.id() + "/presence"))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"presence\": \"ONLINE\"}"))
                    .build();
            int attempt = 0;
            while (!succeeds(client, request)) {
                if (++attempt == ATTEMPTS) {
                    throw new IllegalStateException("Routing does not take the presence of " + agent.id());
                }
                // the agent's record may still be on its way
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean succeeds(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException away) {
            return false;
        }
    }
}

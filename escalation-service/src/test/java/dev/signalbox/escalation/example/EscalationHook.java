package dev.signalbox.escalation.example;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes webhooks of Signalbox: verifies, then acts once for each id. */
public final class EscalationHook {

    private final Set<String> seen = ConcurrentHashMap.newKeySet(); // keep it where you keep the effect
    private final Webhook webhook;
    private final Runnable effect;

    public EscalationHook(String secret, Runnable effect) throws Exception {
        this.webhook = new Webhook(secret);
        this.effect = effect;
    }

    /** The status to answer with; names of headers are in lower case. */
    public int take(Map<String, List<String>> headers, String body) {
        try {
            webhook.verify(body, headers);
        } catch (WebhookVerificationException forged) {
            return 401;
        }
        if (seen.add(headers.get("webhook-id").get(0))) {
            effect.run();
        }
        return 204;
    }
}

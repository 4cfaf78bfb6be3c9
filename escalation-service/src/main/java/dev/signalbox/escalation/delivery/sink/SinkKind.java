package dev.signalbox.escalation.delivery.sink;

/** The kinds of endpoints that can be configured. */
public enum SinkKind {
    WEBHOOK(new StandardWebhook()),
    PAGERDUTY(new PagerDuty()),
    SLACK(new Slack()),
    ALERTMANAGER(new Alertmanager());

    private final Sink sink;

    SinkKind(Sink sink) {
        this.sink = sink;
    }

    public Sink sink() {
        return sink;
    }
}

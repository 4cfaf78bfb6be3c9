package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.ResolvedTicket;
import java.util.Random;

/** The mix of the load: what share of tickets each band has, and a customer and a text that lead there. */
enum Bands {
    CRITICAL(
            5,
            PlanTier.BASIC,
            3_000,
            "TECHNICAL",
            "outage",
            "Complete outage",
            "The whole platform is down for all our users, nobody can work."),
    HIGH(
            15,
            PlanTier.ENTERPRISE,
            60_000,
            "DATA",
            "data_import_export",
            "Export fails for our department",
            "The export fails for our whole finance department, this is urgent."),
    STANDARD(
            40,
            PlanTier.ENTERPRISE,
            20_000,
            "BILLING",
            "invoice_question",
            "Question about our invoice",
            "Some of us cannot find the invoice of last month, the VAT number looks wrong."),
    LOW(
            30,
            PlanTier.PRO,
            8_000,
            "PRODUCT",
            "how_to",
            "Question about the dashboard",
            "How do I change the colour of a chart on my dashboard?"),
    SELF_SERVICE(
            10,
            PlanTier.TRIAL,
            0,
            "PRODUCT",
            "how_to",
            "Question about the dashboard",
            "How do I change the colour of a chart on my dashboard?");

    private final int percent;
    private final PlanTier plan;
    private final long arr;
    private final String category;
    private final String intent;
    private final String subject;
    private final String body;

    Bands(int percent, PlanTier plan, long arr, String category, String intent, String subject, String body) {
        this.percent = percent;
        this.plan = plan;
        this.arr = arr;
        this.category = category;
        this.intent = intent;
        this.subject = subject;
        this.body = body;
    }

    PlanTier plan() {
        return plan;
    }

    long arr() {
        return arr;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    /** A ticket of the past that asked the same. */
    ResolvedTicket resolved(int number) {
        return new ResolvedTicket(
                "past:" + name() + "-" + number, subject, body, category, intent, null, null, null, "en");
    }

    Band band() {
        return Band.valueOf(name());
    }

    static Bands drawn(Random random) {
        int draw = random.nextInt(100);
        for (Bands kind : values()) {
            draw -= kind.percent;
            if (draw < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The shares of the bands do not add up to 100");
    }
}

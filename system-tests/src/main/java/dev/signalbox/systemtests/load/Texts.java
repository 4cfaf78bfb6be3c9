package dev.signalbox.systemtests.load;

import java.util.List;
import java.util.Random;

/** What customers write, from a total outage to a wish, so that every way through Signalbox is taken. */
enum Texts {
    OUTAGE(5, "Complete outage", "The whole platform is down for all our users, nobody can work."),
    BREACH(2, "Security breach", "We believe there was a security breach on our account tonight."),
    EXPORT(15, "Export fails for our department", "The export fails for our whole finance department, this is urgent."),
    REVOKE(2, "Lock an account now", "Please lock the account of an employee we let go today, immediately."),
    INVOICE(25, "Question about our invoice", "Some of us cannot find the invoice of last month, the VAT looks wrong."),
    REFUND(8, "We were charged twice", "We dispute the charge of last month and want a refund, this is unacceptable."),
    MANAGER(4, "Third time I write", "I am very angry. I want to speak to a manager or we cancel our contract."),
    INTEGRATION(
            12,
            "API returns error 500",
            "Our integration gets an internal error since the last release. Steps: call"
                    + " /v1/orders twice. Log: HTTP 500, trace 4711."),
    COLOUR(20, "Question about the dashboard", "How do I change the colour of a chart on my dashboard?"),
    PASSWORD(7, "Password reset", "I forgot my password, how can I reset it?");

    private static final List<String> REPLIES = List.of(
            "Thank you, we are looking forward to your answer.",
            "This still does not work and we are getting angry. This is unacceptable.",
            "Here are the logs you asked for.",
            "It happens for two colleagues as well.");

    private final int percent;
    private final String subject;
    private final String body;

    Texts(int percent, String subject, String body) {
        this.percent = percent;
        this.subject = subject;
        this.body = body;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    static Texts drawn(Random random) {
        int draw = random.nextInt(100);
        for (Texts text : values()) {
            draw -= text.percent;
            if (draw < 0) {
                return text;
            }
        }
        throw new IllegalStateException("The shares of the texts do not add up to 100");
    }

    static String reply(Random random) {
        return REPLIES.get(random.nextInt(REPLIES.size()));
    }
}

package dev.signalbox.intake.reading;

/** Why something was left out on purpose. The names are values of a metric's label. */
public enum Skip {
    /** An internal note: not the customer's business, and no answer to him. */
    PRIVATE_NOTE,
    /** Said by a bot or an automation; it fulfils no promise (domain 4). */
    BOT,
    /** A message that support began itself; it becomes a ticket when the customer answers. */
    OUTBOUND,
    /** The ticket's own first message, told a second time. */
    FIRST_MESSAGE,
    /** A change of something that no decision looks at. */
    NOTHING_FOR_US,
    /** Not about a ticket: users, companies, articles, calls for money. */
    NOT_A_TICKET,
    /** Our own decision, written back into the helpdesk and told by it: no agent's doing. */
    OWN_ECHO,
    /** The helpdesk tries whether anybody listens. */
    TEST_EVENT
}

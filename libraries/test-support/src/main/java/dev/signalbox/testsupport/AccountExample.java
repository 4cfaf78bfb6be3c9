package dev.signalbox.testsupport;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Contact;
import dev.signalbox.contracts.Contract;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Seats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** See {@link Examples#anAccount()}. */
public final class AccountExample {

    private static final int MONTHS = 12;

    private String id = "acme";
    private PlanTier planTier = PlanTier.PRO;
    private long arr = 75_000;
    private int health = 70;
    private LocalDate renewalDate;
    private String timeZone = "Europe/Berlin";
    private Contract contract;
    private final Map<String, String> externalIds = new HashMap<>();
    private final List<Contact> contacts = new ArrayList<>();

    /** Also its e-mail domain: {@code <id>.example}. */
    public AccountExample id(String newId) {
        id = newId;
        return this;
    }

    public AccountExample plan(PlanTier newPlan) {
        planTier = newPlan;
        return this;
    }

    public AccountExample arr(long newArr) {
        arr = newArr;
        return this;
    }

    public AccountExample health(int newHealth) {
        health = newHealth;
        return this;
    }

    public AccountExample renewal(LocalDate date) {
        renewalDate = date;
        return this;
    }

    public AccountExample timeZone(String zone) {
        timeZone = zone;
        return this;
    }

    public AccountExample contract(Contract newContract) {
        contract = newContract;
        return this;
    }

    public AccountExample externalId(String source, String organizationId) {
        externalIds.put(source, organizationId);
        return this;
    }

    public AccountExample contact(String email, String role, boolean vip) {
        contacts.add(new Contact(email, role, vip));
        return this;
    }

    public AccountProfile build() {
        return new AccountProfile(
                id,
                Character.toUpperCase(id.charAt(0)) + id.substring(1),
                planTier,
                arr,
                Math.round((double) arr / MONTHS),
                "USD",
                health,
                renewalDate,
                "EMEA",
                timeZone,
                new Seats(40, 50),
                Map.of(),
                Map.of(),
                List.of(id + ".example"),
                externalIds,
                contacts,
                contract,
                "executive@signalbox.example",
                "csm@signalbox.example");
    }
}

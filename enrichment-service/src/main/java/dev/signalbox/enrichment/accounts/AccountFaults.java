package dev.signalbox.enrichment.accounts;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.edge.Fault;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an account beyond its shape. */
final class AccountFaults {

    private AccountFaults() {}

    /** Every fault; empty for a good account. */
    static List<Fault> of(String id, AccountProfile account) {
        List<Fault> faults = new ArrayList<>();
        check(faults, id.equals(account.id()), "/id", "is not the id it is told under", "the same id");
        check(faults, account.planTier() != null, "/planTier", "is missing", "TRIAL, FREE, BASIC, PRO, ENTERPRISE");
        check(faults, account.arr() >= 0, "/arr", "is negative", "whole units of the currency, 0 or more");
        check(faults, account.mrr() >= 0, "/mrr", "is negative", "whole units of the currency, 0 or more");
        check(faults, account.health() >= 0 && account.health() <= 100, "/health", "is out of range", "0 to 100");
        check(faults, zone(account.timeZone()), "/timeZone", "is no time zone", "for example Europe/Berlin");
        if (account.contract() != null && account.contract().firstResponse() != null) {
            boolean positive = account.contract().firstResponse().isPositive();
            check(
                    faults,
                    positive,
                    "/contract/firstResponse",
                    "is not positive",
                    "for example PT30M, or P1D for a business day");
        }
        for (int i = 0; i < account.contacts().size(); i++) {
            String email = account.contacts().get(i).email();
            check(faults, email != null && email.contains("@"), "/contacts/" + i + "/email", "is no address", "a@b.c");
        }
        return faults;
    }

    private static boolean zone(String name) {
        if (name == null) {
            return true;
        }
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static void check(List<Fault> faults, boolean good, String pointer, String problem, String allowed) {
        if (!good) {
            faults.add(new Fault(pointer, problem, allowed));
        }
    }
}

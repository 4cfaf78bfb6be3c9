package dev.signalbox.enrichment.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Contact;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.edge.Fault;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTableTest {

    private static final String COLUMNS =
            "id,name,planTier,arr,health,renewalDate,timeZone,domains,externalIds,contacts\n";

    @Test
    void aLineIsAnAccount() {
        AccountTable table = AccountTable.read(COLUMNS
                + "acme,\"Acme, Inc.\",ENTERPRISE,200000,60,2026-12-12,Europe/Berlin,acme.example; acme.test,"
                + "zendesk=4711;jira=12,ann@acme.example:CTO:vip;bob@acme.example\n");

        assertThat(table.faults()).isEmpty();
        AccountProfile acme = table.accounts().get(0);
        assertThat(acme.name()).isEqualTo("Acme, Inc.");
        assertThat(acme.planTier()).isEqualTo(PlanTier.ENTERPRISE);
        assertThat(acme.arr()).isEqualTo(200_000);
        assertThat(acme.mrr()).isEqualTo(16_666);
        assertThat(acme.renewalDate()).isEqualTo(LocalDate.parse("2026-12-12"));
        assertThat(acme.domains()).containsExactly("acme.example", "acme.test");
        assertThat(acme.externalIds()).isEqualTo(Map.of("zendesk", "4711", "jira", "12"));
        assertThat(acme.contacts())
                .containsExactly(
                        new Contact("ann@acme.example", "CTO", true), new Contact("bob@acme.example", null, false));
    }

    @Test
    void everyFaultOfEveryLineIsReportedAndNothingIsTaken() {
        AccountTable table = AccountTable.read(COLUMNS
                + "good,,PRO,1,70,,,,,\n"
                + "a,,GOLD,1,70,,,,,\n"
                + ",,PRO,1,70,,,,,\n"
                + "c,,PRO,x,101,,,,,\n"
                + "d,,PRO,1,70,soon,Mars/Olympus,,4711,nobody\n"
                + "good,,PRO,1,70,,,,,\n");

        assertThat(table.faults().stream().map(Fault::pointer))
                .contains("/3/planTier", "/4/id", "/5/arr", "/6/renewalDate", "/6/externalIds", "/7/id")
                .noneMatch(pointer -> pointer.startsWith("/2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acme,,PRO,-1,70,,,,,                 | /2/arr
            acme,,PRO,1,101,,,,,                 | /2/health
            acme,,PRO,1,-1,,,,,                  | /2/health
            acme,,PRO,1,70,,Nowhere/Land,,,      | /2/timeZone
            acme,,PRO,1,70,,,,,nobody:CTO        | /2/contacts/0/email
            acme,,,1,70,,,,,                     | /2/planTier
            acme,,PRO,,70,,,,,                   | /2/arr
            acme,,PRO,many,70,,,,,               | /2/arr
            acme,,PRO,-24,70,,,,,                | /2/arr
            acme,,PRO,1,70,,,,=x,                | /2/externalIds
            """)
    void aFaultNamesItsLineAndField(String line, String pointer) {
        AccountTable table = AccountTable.read(COLUMNS + line + "\n");

        assertThat(table.faults()).extracting(Fault::pointer).containsExactly(pointer);
    }

    @Test
    void anUnknownColumnIsAFault() {
        assertThat(AccountTable.read("id,planTier,arr,colour\na,PRO,1,red\n").faults())
                .extracting(Fault::pointer)
                .containsExactly("/2/colour");
    }

    @Test
    void anEmptyTableAndABrokenOneAreFaults() {
        assertThat(AccountTable.read("").faults()).hasSize(1);
        assertThat(AccountTable.read(COLUMNS).faults()).hasSize(1);
        assertThat(AccountTable.read(COLUMNS + "a,PRO,1,2,3,4,5,6,7,8,9,10,11\n")
                        .faults())
                .isNotEmpty();
    }
}

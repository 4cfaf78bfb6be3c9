package dev.signalbox.enrichment.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.testsupport.Examples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownAccountTest {

    private static final Instant NOW = Examples.NOW;

    @Test
    void theSameOrAnEarlierRecordIsCovered() {
        KnownAccount known = told(7, NOW);

        assertThat(known.covers(told(7, NOW))).isTrue();
        assertThat(known.covers(told(3, NOW.minusSeconds(60)))).isTrue();
        assertThat(known.covers(told(8, NOW))).isFalse();
    }

    @Test
    void aTopicThatWasMadeAnewIsRead() {
        assertThat(told(7, NOW).covers(told(0, NOW.plusSeconds(60)))).isFalse();
    }

    @Test
    void onlyWhatThePriorityOrTheFindingUsesConcernsTickets() {
        KnownAccount before = known(Examples.anAccount().build());

        assertThat(known(Examples.anAccount().build()).concernsTickets(before)).isFalse();
        assertThat(known(Examples.anAccount().health(1).build()).concernsTickets(before))
                .isTrue();
        assertThat(known(Examples.anAccount().externalId("jira", "9").build()).concernsTickets(before))
                .isTrue();
        assertThat(known(null).concernsTickets(before)).isTrue();
        assertThat(known(null).concernsTickets(known(null))).isFalse();
        assertThat(before.concernsTickets(null)).isTrue();
    }

    private static KnownAccount told(long offset, Instant at) {
        return new KnownAccount("acme", Examples.anAccount().build(), offset, at);
    }

    private static KnownAccount known(AccountProfile profile) {
        return new KnownAccount("acme", profile, 1, NOW);
    }
}

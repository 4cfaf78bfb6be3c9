package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Contact;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Stakeholder;
import dev.signalbox.decisions.severity.text.CueReader;
import dev.signalbox.decisions.severity.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who asks: a key person of the account or anybody else (S39, S58). */
final class Stakeholders {

    private final CueReader roles;

    Stakeholders(CueReader roles) {
        this.roles = roles;
    }

    Stakeholder stakeholder(@Nullable Requester requester, @Nullable AccountProfile account) {
        if (requester == null) {
            return new Stakeholder(false, List.of());
        }
        List<@Nullable String> titles = new ArrayList<>();
        titles.add(requester.role());
        Set<String> because = new TreeSet<>();
        for (Contact contact : account == null ? List.<Contact>of() : account.contacts()) {
            if (contact.email() != null && contact.email().equalsIgnoreCase(requester.email())) {
                titles.add(contact.role());
                if (contact.vip()) {
                    because.add("VIP_CONTACT");
                }
            }
        }
        if (account != null
                && account.executive() != null
                && account.executive().equalsIgnoreCase(requester.email())) {
            because.add("EXECUTIVE_SPONSOR");
        }
        if (titles.stream().anyMatch(this::cLevel)) {
            because.add("C_LEVEL");
        }
        return new Stakeholder(!because.isEmpty(), List.copyOf(because));
    }

    private boolean cLevel(@Nullable String title) {
        return title != null && !roles.read(Tokens.of(title)).isEmpty();
    }
}

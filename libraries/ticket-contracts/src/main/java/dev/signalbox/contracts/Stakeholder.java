package dev.signalbox.contracts;

import java.util.List;

/** Whether the requester is a key person of the account, and why (S39, S58). */
public record Stakeholder(boolean key, List<String> because) {

    public Stakeholder {
        because = because == null ? List.of() : List.copyOf(because);
    }
}

package dev.signalbox.intake.jira;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a resource in the REST API: the only place where a server's comment event names its issue. */
final class SelfLink {

    private static final Pattern ISSUE =
            Pattern.compile("/rest/(?:api|servicedeskapi)/[^/]+/(?:issue|request)/(\\d+)(?:/|$)");

    private SelfLink() {}

    static @Nullable String issueId(@Nullable String self) {
        if (self == null) {
            return null;
        }
        Matcher matcher = ISSUE.matcher(self);
        return matcher.find() ? matcher.group(1) : null;
    }
}

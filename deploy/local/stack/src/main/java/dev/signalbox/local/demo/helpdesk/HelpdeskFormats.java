package dev.signalbox.local.demo.helpdesk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The helpdesks of the demo, by name. */
public final class HelpdeskFormats {

    private static final Map<String, HelpdeskFormat> ALL =
            List.<HelpdeskFormat>of(new Zendesk(), new Jira(), new Freshdesk(), new Intercom()).stream()
                    .collect(Collectors.toUnmodifiableMap(HelpdeskFormat::source, Function.identity()));

    private HelpdeskFormats() {}

    /** @throws IllegalArgumentException if the demo has no such helpdesk */
    public static HelpdeskFormat of(String source) {
        HelpdeskFormat format = ALL.get(source);
        if (format == null) {
            throw new IllegalArgumentException("The demo has no helpdesk " + source);
        }
        return format;
    }
}

package dev.signalbox.intake.reading;

import java.util.regex.Pattern;

/**
 * How much of a ticket is carried, in characters and entries. Together less than half of the 1 MiB that a record may
 * have, so that every later stage has room for what it adds. What is longer is cut and the cut is said.
 */
public final class Limits {

    public static final int BODY = 65_536;
    public static final int ACTIVITY_TEXT = 32_768;
    public static final int SUBJECT = 1_000;
    public static final int SHORT = 255;
    public static final int URL = 2_048;
    public static final int TAGS = 100;
    public static final int ATTACHMENTS = 20;
    public static final int FIELDS = 50;
    public static final int FIELD_VALUE = 500;

    /** What a text that was cut ends with. */
    public static final String CUT = "\n[cut]";

    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+~-]{0,127}");

    private Limits() {}

    /** Whether an id may be the second part of a ticket id: it is a Kafka key and a part of addresses. */
    public static boolean isExternalId(String id) {
        return EXTERNAL_ID.matcher(id).matches();
    }

    /** What {@link #isExternalId} allows, for messages. */
    public static final String EXTERNAL_ID_RULE =
            "1 to 128 letters, digits or . _ : @ + ~ - that begin with a letter or digit";
}

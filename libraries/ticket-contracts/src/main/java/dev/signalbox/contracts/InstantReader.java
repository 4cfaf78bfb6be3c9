package dev.signalbox.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants as we write them, {@code 2026-11-27T10:15:30.123Z}, without the formatter of the platform, which builds
 * a parser for each value: it took a fifth of the time in which a record was read. Every other form is left to it.
 */
final class InstantReader extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Instant read = parser.hasToken(JsonToken.VALUE_STRING) ? parse(parser.getText()) : null;
        return read == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : read;
    }

    private static @Nullable Instant parse(String text) {
        int length = text.length();
        int fraction = length - 1 - FORM.length() - 1;
        if (length <= FORM.length()
                || text.charAt(length - 1) != 'Z'
                || fraction == 0
                || fraction > NANO_DIGITS
                || (fraction > 0 && text.charAt(FORM.length()) != '.')
                || !hasForm(text, fraction)) {
            return null;
        }
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            nanos = nanos * 10 + (i < fraction ? text.charAt(FORM.length() + 1 + i) - '0' : 0);
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanos)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchMoment) {
            // the platform's reader says what is wrong with it
            return null;
        }
    }

    private static boolean hasForm(String text, int fraction) {
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            if (form == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != form) {
                return false;
            }
        }
        for (int i = 0; i < fraction; i++) {
            if (!isDigit(text.charAt(FORM.length() + 1 + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}

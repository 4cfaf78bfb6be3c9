package dev.signalbox.decisions.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code escalation.onCall}: who answers for a name, and when (S48).
 *
 * @param shifts the rotation; none where null
 * @param overrides swaps: whoever stands here is on call instead of the rotation; none where null
 * @param importedShifts more shifts, taken from iCalendar files when the policy was published; none where null
 * @param importedOverrides more overrides from files; none where null
 */
public record OnCallSchedule(
        List<OnCallShift> shifts,
        List<OnCallShift> overrides,
        List<OnCallShift> importedShifts,
        List<OnCallShift> importedOverrides) {

    /** The shift that began last has the say; two that began together are told apart by name. */
    private static final Comparator<OnCallShift> LATEST =
            Comparator.comparing(OnCallShift::from).thenComparing(OnCallShift::who, Comparator.reverseOrder());

    public OnCallSchedule {
        shifts = copy(shifts);
        overrides = copy(overrides);
        importedShifts = copy(importedShifts);
        importedOverrides = copy(importedOverrides);
    }

    private static List<OnCallShift> copy(@Nullable List<OnCallShift> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A time in which nobody is on call; {@code to} is exclusive. */
    public record Gap(Instant from, Instant to) {}

    boolean isEmpty() {
        return all().findAny().isEmpty();
    }

    /** Who is on call; empty if nobody is. */
    public Optional<String> at(Instant moment) {
        return latest(moment, overrides, importedOverrides).or(() -> latest(moment, shifts, importedShifts));
    }

    /** When the next shift after a moment begins; empty if none does. */
    Optional<Instant> nextAfter(Instant moment) {
        return all().map(OnCallShift::from).filter(from -> from.isAfter(moment)).min(Comparator.naturalOrder());
    }

    /** Where nobody is on call between two moments, in order; an override never takes a shift away. */
    public List<Gap> gaps(Instant from, Instant to) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = from;
        for (OnCallShift shift :
                all().sorted(Comparator.comparing(OnCallShift::from)).toList()) {
            if (shift.from().isAfter(covered) && covered.isBefore(to)) {
                gaps.add(new Gap(covered, shift.from().isBefore(to) ? shift.from() : to));
            }
            covered = shift.to().isAfter(covered) ? shift.to() : covered;
        }
        if (covered.isBefore(to)) {
            gaps.add(new Gap(covered, to));
        }
        return gaps;
    }

    private Stream<OnCallShift> all() {
        return Stream.of(shifts, overrides, importedShifts, importedOverrides).flatMap(List::stream);
    }

    private static Optional<String> latest(Instant moment, List<OnCallShift> written, List<OnCallShift> imported) {
        return Stream.concat(written.stream(), imported.stream())
                .filter(shift -> shift.covers(moment))
                .max(LATEST)
                .map(OnCallShift::who);
    }
}

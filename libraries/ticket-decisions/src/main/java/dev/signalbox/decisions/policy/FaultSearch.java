package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every fault of a document, not only the first: what is wrong is mended with what the starter policy says there,
 * and the document is read again. What may be wrong only because something was mended within it is not told.
 */
final class FaultSearch {

    private static final int MOST_FAULTS = 100;

    private final SourceLines lines;
    private final JsonNode written;
    private final JsonNode document;
    private final JsonNode starter;
    private final Set<String> mended = new HashSet<>();
    private final List<Finding> found = new ArrayList<>();

    /**
     * @param written what the document says; it is not changed
     * @param starter a document without faults
     */
    FaultSearch(SourceLines lines, JsonNode written, JsonNode starter) {
        this.lines = lines;
        this.written = written;
        this.document = written.deepCopy();
        this.starter = starter;
    }

    /** Every fault in the order of the document. */
    List<Finding> all() {
        InvalidPolicy refusal = refusal();
        while (refusal != null && found.size() < MOST_FAULTS && mended.size() < MOST_FAULTS && take(refusal)) {
            refusal = refusal();
        }
        found.sort(java.util.Comparator.comparingInt(Finding::line));
        return List.copyOf(found);
    }

    private @Nullable InvalidPolicy refusal() {
        try {
            PolicyDocument.read(document, Policy.class);
            return null;
        } catch (InvalidPolicy refusal) {
            return refusal;
        }
    }

    /** Whether something could be mended, so that it is worth reading again. */
    private boolean take(InvalidPolicy refusal) {
        boolean changed = false;
        Set<String> before = Set.copyOf(mended);
        for (String fault : refusal.faults()) {
            String path = exact(refusal.path(), fault);
            if (before.stream()
                    .noneMatch(place -> FieldPath.encloses(path, place) || FieldPath.encloses(place, path))) {
                found.add(finding(path, fault));
            }
            changed |= mend(path);
        }
        return changed;
    }

    private Finding finding(String path, String fault) {
        JsonNode value = FieldPath.at(written, path);
        JsonNode example = FieldPath.at(starter, path);
        boolean helps = !FieldPath.isElement(path)
                && !example.isMissingNode()
                && Flow.isShort(example)
                && !example.equals(value);
        return new Finding(
                Finding.Weight.ERROR,
                lines.of(path),
                path,
                fault,
                value.isMissingNode() ? null : Flow.shortened(value),
                helps ? Flow.of(example) : null);
    }

    /** A sentence may name the field more exactly than the section that was refused. */
    private String exact(String section, String fault) {
        String named = FieldPath.leading(fault);
        while (!named.isEmpty()
                && FieldPath.at(document, named).isMissingNode()
                && FieldPath.at(starter, named).isMissingNode()) {
            named = FieldPath.parent(named);
        }
        return FieldPath.encloses(section, named) ? named : section;
    }

    private boolean mend(String path) {
        // rows of a list depend on each other: the list is mended as a whole
        String first = FieldPath.isElement(path) ? FieldPath.parent(path) : path;
        for (String place = first; !place.isEmpty(); place = FieldPath.parent(place)) {
            if (!mended.contains(place) && replace(place)) {
                mended.add(place);
                return true;
            }
        }
        return false;
    }

    private boolean replace(String place) {
        JsonNode right = FieldPath.at(starter, place).deepCopy();
        JsonNode parent = FieldPath.at(document, FieldPath.parent(place));
        String last = FieldPath.pointer(place).last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            if (right.isMissingNode()) {
                return object.remove(last) != null;
            }
            object.set(last, right);
            return true;
        }
        if (parent instanceof ArrayNode array && !right.isMissingNode()) {
            array.set(Integer.parseInt(last), right);
            return true;
        }
        return false;
    }
}

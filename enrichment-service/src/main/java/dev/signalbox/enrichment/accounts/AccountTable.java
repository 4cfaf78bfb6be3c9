package dev.signalbox.enrichment.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.edge.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Accounts as CSV (RFC 4180, first line names the columns): {@code id, name, planTier, arr, mrr, currency, health,
 * renewalDate, region, timeZone, domains, externalIds, contacts, executive, csm}. Lists are separated by semicolons;
 * an external id is {@code source=id}, a contact is {@code address:role:vip}.
 *
 * @param faults of all lines; the pointer begins with the line's number
 */
record AccountTable(List<AccountProfile> accounts, List<Fault> faults) {

    private static final Set<String> NUMBERS = Set.of("arr", "mrr", "health");
    private static final Set<String> LISTS = Set.of("domains", "externalIds", "contacts");
    private static final Set<String> TEXTS =
            Set.of("id", "name", "planTier", "currency", "renewalDate", "region", "timeZone", "executive", "csm");
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    static AccountTable read(String csv) {
        List<AccountProfile> accounts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            // the columns' names are the first line
            int line = 1;
            while (rows.hasNextValue()) {
                line++;
                row(line, rows.nextValue(), accounts, faults);
            }
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            faults.add(new Fault("/" + line, "is not CSV: " + broken.getOriginalMessage(), "RFC 4180"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (accounts.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("", "has no line with an account", "a line of column names and lines of accounts"));
        }
        return new AccountTable(List.copyOf(accounts), List.copyOf(faults));
    }

    private static void row(int line, Map<String, String> cells, List<AccountProfile> accounts, List<Fault> faults) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Fault> found = new ArrayList<>();
        cells.forEach((column, cell) -> {
            if (cell != null && !cell.isBlank()) {
                cell(json, column.strip(), cell.strip(), found);
            }
        });
        String id = json.path("id").asText("");
        if (id.isEmpty()) {
            found.add(new Fault("/id", "is missing", "the account's id"));
        }
        AccountJson account = AccountJson.read(id, json);
        account.faults().stream()
                .filter(fault ->
                        found.stream().noneMatch(known -> fault.pointer().startsWith(known.pointer())))
                .toList()
                .forEach(found::add);
        if (accounts.stream().anyMatch(known -> known.id().equals(id))) {
            found.add(new Fault("/id", "stands in an earlier line too", "each account once"));
        }
        if (found.isEmpty()) {
            accounts.add(account.profile());
        }
        found.forEach(fault -> faults.add(new Fault("/" + line + fault.pointer(), fault.problem(), fault.allowed())));
    }

    private static void cell(ObjectNode json, String column, String cell, List<Fault> faults) {
        if (TEXTS.contains(column)) {
            json.put(column, cell);
        } else if (NUMBERS.contains(column)) {
            number(json, column, cell, faults);
        } else if (LISTS.contains(column)) {
            list(json, column, List.of(cell.split("\\s*;\\s*")), faults);
        } else {
            faults.add(new Fault("/" + column, "is no column", "the columns of the documentation"));
        }
    }

    private static void number(ObjectNode json, String column, String cell, List<Fault> faults) {
        try {
            json.put(column, Long.parseLong(cell));
        } catch (NumberFormatException e) {
            faults.add(new Fault("/" + column, "is no whole number", "digits only"));
        }
    }

    private static void list(ObjectNode json, String column, List<String> entries, List<Fault> faults) {
        switch (column) {
            case "domains" -> {
                ArrayNode domains = json.putArray(column);
                entries.forEach(domains::add);
            }
            case "externalIds" -> {
                ObjectNode ids = json.putObject(column);
                for (String entry : entries) {
                    int equals = entry.indexOf('=');
                    if (equals < 1 || equals == entry.length() - 1) {
                        faults.add(new Fault("/" + column, "has an entry without source or id", "zendesk=4711"));
                    } else {
                        ids.put(
                                entry.substring(0, equals).strip(),
                                entry.substring(equals + 1).strip());
                    }
                }
            }
            default -> {
                ArrayNode contacts = json.putArray(column);
                for (String entry : entries) {
                    String[] parts = entry.split("\\s*:\\s*", 3);
                    ObjectNode contact = contacts.addObject().put("email", parts[0]);
                    contact.put("role", parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null);
                    contact.put("vip", parts.length > 2 && parts[2].equalsIgnoreCase("vip"));
                }
            }
        }
    }
}

package org.lmskit.workforce;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.Problem;

/**
 * People and appointments from CSV (RFC 4180, UTF-8, with a header). Columns in any order: {@code
 * learner} (needed), {@code name}, {@code email}, {@code language}, {@code attribute.X}; and for an
 * appointment {@code appointment}, {@code unit}, {@code position}, {@code manager}, {@code zone},
 * {@code from}, {@code before}. Someone with several appointments has several rows. With {@code valid-from}, the attributes
 * of a row and its {@code groups} hold from that day on; without it attributes hold from today on, and groups need it.
 * Groups are separated by semicolons, those that he leaves have a minus in front.
 *
 * @param lines what can be fed
 * @param problems what cannot, with the line of each; all rows of such a person are left out
 */
public record CsvFeed(List<FeedLine> lines, List<Problem> problems) {
  private static final Set<String> COLUMNS = Set.of(
      "learner",
      "name",
      "email",
      "language",
      "appointment",
      "unit",
      "position",
      "manager",
      "zone",
      "from",
      "before",
      "groups",
      "valid-from");
  private static final String ATTRIBUTE = "attribute.";
  private static final String LEAVES = "-";

  /** Copies the lists. */
  public CsvFeed {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  private record Row(String at, Map<String, String> values) {
    String get(String column) {
      return values.getOrDefault(column, "");
    }

    Optional<String> find(String column) {
      return Optional.of(get(column)).filter(value -> !value.isEmpty());
    }
  }

  /**
   * Reads a file.
   *
   * @param name of the file, for findings
   * @throws IOException if it cannot be read
   */
  public static CsvFeed read(String name, Reader csv) throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<CsvRecord> records = CsvRecord.read(csv);
    if (records.isEmpty() || !records.get(0).fields().contains("learner")) {
      problems.add(
          Problem.error("CSV-001", name + ":1", "There is no column learner; add a header row."));
      return new CsvFeed(List.of(), problems);
    }
    List<String> header = records.get(0).fields();
    header.stream()
        .filter(column -> !COLUMNS.contains(column) && !column.startsWith(ATTRIBUTE))
        .forEach(column -> problems.add(Problem.warning(
            "CSV-002", name + ":1", "Column " + column + " is unknown; rename it.")));
    return feed(rows(name, header, records, problems), problems);
  }

  private static List<Row> rows(
      String name, List<String> header, List<CsvRecord> records, List<Problem> problems) {
    List<Row> rows = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      String at = name + ":" + record.line();
      if (record.fields().size() != header.size() || record.isBroken()) {
        problems.add(Problem.error(
            "CSV-003",
            at,
            record.fields().size() + " fields under " + header.size()
                + " columns; check quotes and commas."));
        continue;
      }
      Map<String, String> values = new TreeMap<>();
      for (int i = 0; i < header.size(); i++) {
        values.put(header.get(i), record.fields().get(i).strip());
      }
      rows.add(new Row(at, values));
    }
    return rows;
  }

  private static CsvFeed feed(List<Row> rows, List<Problem> problems) {
    List<FeedLine> lines = new ArrayList<>();
    Set<String> refused = new HashSet<>();
    for (Row row : rows) {
      try {
        lines.addAll(lines(row));
      } catch (DateTimeException | IllegalArgumentException e) {
        refused.add(row.get("learner"));
        problems.add(Problem.error("CSV-004", row.at(), e.getMessage() + "; correct this row."));
      }
    }
    lines.removeIf(line -> refused.contains(learner(line)));
    return new CsvFeed(lines, problems);
  }

  private static String learner(FeedLine line) {
    return Feed.whose(line).map(LearnerId::value).orElse("");
  }

  private static List<FeedLine> lines(Row row) {
    LearnerId learner = new LearnerId(row.get("learner"));
    List<FeedLine> lines = new ArrayList<>();
    lines.add(new FeedLine.Person(row.at(), learner, profile(row)));
    standing(row, learner).ifPresent(lines::add);
    if (row.find("appointment").isPresent()) {
      lines.add(new FeedLine.Appoint(row.at(), entry(row, learner)));
    }
    return lines;
  }

  /** What the row tells from its own day on. */
  private static Optional<FeedLine> standing(Row row, LearnerId learner) {
    if (row.find("valid-from").isEmpty()) {
      if (row.find("groups").isPresent()) {
        throw new IllegalArgumentException("groups without valid-from");
      }
      return Optional.empty();
    }
    return Optional.of(new FeedLine.Standing(
        row.at(),
        learner,
        attributes(row),
        groups(row, group -> !group.startsWith(LEAVES)),
        groups(row, group -> group.startsWith(LEAVES)),
        LocalDate.parse(row.get("valid-from"))));
  }

  private static List<GroupId> groups(Row row, Predicate<String> wanted) {
    return Stream.of(row.get("groups").split(";"))
        .map(String::strip)
        .filter(group -> !group.isEmpty())
        .filter(wanted)
        .map(group -> new GroupId(group.startsWith(LEAVES) ? group.substring(1) : group))
        .toList();
  }

  private static Map<String, String> attributes(Row row) {
    Map<String, String> attributes = new TreeMap<>();
    row.values().forEach((column, value) -> {
      if (column.startsWith(ATTRIBUTE)) {
        attributes.put(column.substring(ATTRIBUTE.length()), value);
      }
    });
    return attributes;
  }

  private static LearnerProfile profile(Row row) {
    Map<String, String> attributes =
        row.find("valid-from").isPresent() ? new TreeMap<>() : attributes(row);
    attributes.values().removeIf(String::isEmpty);
    ZoneId zone = row.find("zone").map(CsvFeed::zone).orElse(null);
    return new LearnerProfile(
        row.get("name"), row.get("email"), row.get("language"), zone, attributes);
  }

  private static AppointmentEntry entry(Row row, LearnerId learner) {
    return new AppointmentEntry(
        new AppointmentId(row.get("appointment")),
        learner,
        new OrgUnitId(needed(row, "unit")),
        new PositionId(needed(row, "position")),
        row.find("manager").map(LearnerId::new).orElse(null),
        zone(needed(row, "zone")),
        LocalDate.parse(needed(row, "from")),
        before(row));
  }

  private static @Nullable LocalDate before(Row row) {
    return row.find("before").map(LocalDate::parse).orElse(null);
  }

  private static ZoneId zone(String id) {
    return ZoneId.of(id);
  }

  private static String needed(Row row, String column) {
    return row.find(column)
        .orElseThrow(() -> new IllegalArgumentException("an appointment without " + column));
  }
}
